using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>Temporary progress and the regression that followed it, by the weekly rules.</summary>
/// <param name="Onset">First week of the progress.</param>
/// <param name="Peak">Best mean adherence of consecutive weeks during it, 0 to 1.</param>
/// <param name="PeakWeek">First of those weeks.</param>
/// <param name="Regression">First week of the regression.</param>
/// <param name="Weeks">Weeks from there to the recovery, or to the end of the history while it is open; unknown weeks in between count.</param>
/// <param name="Trough">Lowest adherence of a week in it, 0 to 1.</param>
/// <param name="Recovered">First week of the recovery; null while the regression is open.</param>
public sealed record Cycle(IsoWeek Onset, double Peak, IsoWeek PeakWeek, IsoWeek Regression, int Weeks, double Trough, IsoWeek? Recovered)
{
    /// <summary>Peak less trough.</summary>
    public double Depth => Peak - Trough;

    public bool Open => Recovered is null;
}

/// <summary>Progress that no regression has followed so far.</summary>
/// <param name="Onset">First week of it.</param>
/// <param name="Peak">Best mean adherence of consecutive weeks during it, 0 to 1.</param>
/// <param name="PeakWeek">First of those weeks.</param>
/// <param name="Weeks">Weeks from the onset to the last known one.</param>
public sealed record Progress(IsoWeek Onset, double Peak, IsoWeek PeakWeek, int Weeks);

/// <summary>What the rules find in one series of weeks.</summary>
/// <param name="OpenProgress">Where the last known weeks still are progress.</param>
public sealed record CycleFindings(IReadOnlyList<Cycle> Cycles, Progress? OpenProgress);
