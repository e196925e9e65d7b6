using Journal.Reports.Weeks;

namespace Journal.Reports.Phases;

internal enum Phase
{
    Momentum = 1,
    Hesitation,
    Avoidance,
    Inconsistency,
}

/// <summary>A phase that was observed.</summary>
/// <param name="Weeks">Until the next phase began or the records fall silent, and never beyond the last known week.</param>
/// <param name="Known">Weeks of those whose adherence is known.</param>
internal sealed record PhaseSpan(Phase Phase, IsoWeek From, int Weeks, int Known, IReadOnlyList<Guid> Events);
