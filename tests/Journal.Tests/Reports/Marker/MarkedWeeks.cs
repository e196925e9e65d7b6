using Journal.Practices;
using Journal.Processes;
using Journal.Reports;
using Journal.Reports.Marker;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Marker;

/// <summary>Sixteen weeks, a baseline of four and three windows of four, in which all five signs hold unless a test spoils one.</summary>
internal sealed class MarkedWeeks
{
    private readonly RecordedWork work = new();

    public int Enforcement { get; init; } = -2;

    /// <summary>Days to a decision after the baseline's 4.</summary>
    public double Days { get; init; } = 1;

    /// <summary>Whether decisions made with 0.9 turn out right after the baseline.</summary>
    public bool Right { get; init; } = true;

    /// <summary>Energy after the baseline, by turns.</summary>
    public int[] Energy { get; init; } = [5, 5];

    /// <summary>Output added a week in the last six weeks; two before.</summary>
    public double Rise { get; init; } = 6;

    public int Corrections { get; init; }

    public bool Consistent { get; init; } = true;

    /// <summary>Days done of each week, by turns.</summary>
    public int[] Done { get; init; } = [7, 6];

    public double Floor { get; init; } = 0.8;

    public Report Report(int weeks = 16)
    {
        var practice = work.Practice(0, new PracticeFloor(RecordedWork.At(-1), Floor, NonNegotiable: true));
        var process = work.Process(RecordedWork.Version(0));
        var output = 10.0;
        for (var week = 0; week < weeks; week++)
        {
            var (monday, before) = (7 * week, week < 4);
            output += week < 10 ? 2 : Rise;
            work.Week(practice, week, Done[week % Done.Length])
                .Output(monday, output)
                .State(monday, before ? 2 + (4 * (week % 2)) : Energy[week % 2], before ? 2 : Enforcement)
                .Decision(monday, before ? 4 : Days, 0.9, before || Right)
                .Run(process, monday, Runner.Other, supervised: false, Consistent, effort: 2);
            foreach (var day in Enumerable.Range(0, before ? 3 : Corrections))
            {
                work.Correction(monday + day);
            }
        }

        return work.Of(MarkerReport.Kind, (7 * weeks) - 1);
    }
}
