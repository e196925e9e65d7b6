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
/// <param name="Weeks">Until the next phase began, or until the end.</param>
internal sealed record PhaseSpan(Phase Phase, IsoWeek From, int Weeks, IReadOnlyList<Guid> Events);
