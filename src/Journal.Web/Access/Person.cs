using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Web.Access;

/// <summary>Somebody who keeps a journal.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Handle">The name they are called by in commands; personal, so it is not logged.</param>
/// <param name="Zone">IANA name of the zone they live in.</param>
/// <param name="Created">When they were entered.</param>
public sealed record Person(Guid Id, string Handle, string Zone, DateTimeOffset Created)
{
    /// <summary>Whether they manage the people of this server. It opens no journal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAdministrator { get; init; }

    /// <summary>Since when nothing lets them in; null while they may sign in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? Closed { get; init; }

    /// <summary>This person as the author of what comes in through <paramref name="source"/>.</summary>
    public Author As(string source, string? correlationId = null) =>
        new(Id, Zones.TryFind(Zone, out var zone) ? zone : TimeZoneInfo.Utc, source, correlationId);

    /// <summary>What to tell the person where this machine does not know their zone: everything goes on in UTC meanwhile. Null where it does.</summary>
    public string? ZoneWarning() => Zones.TryFind(Zone, out _) ? null : Zones.Lost(Zone);
}
