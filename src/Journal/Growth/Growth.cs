using Journal.Recording;

namespace Journal.Growth;

/// <summary>Something was added that makes more of what is there, good or bad.</summary>
public sealed record AmplifierApplied(
    Guid AmplifierId, AmplifierKind Kind, [property: Personal] string? Title, Guid? ProcessId, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => AmplifierId;
}

/// <summary>How much there is to carry at the moment; what was not asked is null.</summary>
/// <param name="TeamSize">People.</param>
/// <param name="Messages">Messages to read or write in a week.</param>
/// <param name="Opportunities">Offers and requests in a week.</param>
/// <param name="Visibility">1 (none) to 7.</param>
/// <param name="Pressure">1 (none) to 7.</param>
/// <param name="Expectation">What others expect, 1 (nothing) to 7.</param>
public sealed record LoadObserved(
    Guid LoadId, int? TeamSize, int? Messages, int? Opportunities, int? Visibility, int? Pressure, int? Expectation, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => LoadId;
}

public enum AmplifierKind
{
    Effort,
    Hire,
    Tool,
    Automate,
    Market,
    Expand,
}
