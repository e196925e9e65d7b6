using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Journal.Recording;

/// <summary>Time zones by their IANA names.</summary>
public static partial class Zones
{
    /// <summary>What a name that <see cref="TryFind"/> does not know is answered with.</summary>
    public static Refusal Unknown { get; } = Refusal.Invalid("zone.unknown", "There is no such time zone; use an IANA name such as Europe/Lisbon.");

    /// <summary>The zone of a name.</summary>
    /// <param name="name">An IANA name, such as <c>Europe/Lisbon</c> or <c>UTC</c>.</param>
    /// <param name="zone">The zone.</param>
    public static bool TryFind(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is not null && Name().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    // Names become paths on most systems; the copies under posix/ and right/ are no zones to live in.
    [GeneratedRegex(@"^(?!posix|right/|localtime|Factory)[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}\z")]
    private static partial Regex Name();
}
