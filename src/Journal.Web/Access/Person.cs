using Journal.Recording;

namespace Journal.Web.Access;

/// <summary>Somebody who keeps a journal.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Handle">The name they are called by in commands; personal, so it is not logged.</param>
/// <param name="Zone">IANA name of the zone they live in.</param>
/// <param name="Created">When they were entered.</param>
public sealed record Person(Guid Id, string Handle, string Zone, DateTimeOffset Created)
{
    /// <summary>This person as the author of what comes in through <paramref name="source"/>.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine lacks the person's zone.</exception>
    public Author As(string source, string? correlationId = null) =>
        new(Id, Zones.TryFind(Zone, out var zone) ? zone : throw new TimeZoneNotFoundException($"This machine has no time zone {Zone}."), source, correlationId);
}
