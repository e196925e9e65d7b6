using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Journal.Recording;

/// <summary>Time zones by their IANA names.</summary>
public static partial class Zones
{
    private const int LongestName = 64;

    /// <summary>What a name that <see cref="TryFind"/> does not know is answered with.</summary>
    public static Refusal Unknown { get; } = Refusal.Invalid("zone.unknown", "There is no such time zone; use an IANA name such as Europe/Lisbon.");

    /// <summary>What is said where a person's zone is not known any more.</summary>
    /// <param name="name">Its name, which is one of a list and nothing a person wrote.</param>
    public static string Lost(string name) =>
        $"This machine does not know the time zone {name} any more; times are taken as UTC until another one is named: journal person move Europe/Lisbon, for one.";

    /// <summary>The zone of a name.</summary>
    /// <param name="name">An IANA name, such as <c>Europe/Lisbon</c> or <c>UTC</c>. An older name of a zone will do where the machine knows what it is called now.</param>
    /// <param name="zone">The zone.</param>
    public static bool TryFind(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is { Length: <= LongestName } && Name().IsMatch(name)
            && (TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) || (ZoneLinks.Target(name) is { } now && TimeZoneInfo.TryFindSystemTimeZoneById(now, out zone)));
    }

    /// <summary>What a zone is called now: older names (US/Pacific, Asia/Calcutta) are not on every machine.</summary>
    /// <param name="name">A name that is known.</param>
    public static string Canonical(string name) => ZoneLinks.Target(name) is { } now && TimeZoneInfo.TryFindSystemTimeZoneById(now, out _) ? now : name;

    // Names become paths on most systems; the copies under posix/ and right/ are no zones to live in.
    [GeneratedRegex(@"^(?!posix|right/|localtime|Factory)[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}\z")]
    private static partial Regex Name();
}
