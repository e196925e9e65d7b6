using Journal.Reports.Work;
using Journal.Work;

namespace Journal.Reports.Effort;

/// <summary>How the way time is spent shifts: doing to designing (C170), controlling to structuring (C171), reacting to preempting (C172), and all three (C173).</summary>
internal static class TimeModes
{
    private static readonly (string Name, TimeMode[] From, TimeMode[] To)[] Shifts =
    [
        ("designing", [TimeMode.Doing], [TimeMode.Designing]),
        ("structuring", [TimeMode.Controlling], [TimeMode.Structuring]),
        ("preempting", [TimeMode.Reacting], [TimeMode.Preempting]),
        ("architect", [TimeMode.Doing, TimeMode.Controlling, TimeMode.Reacting], [TimeMode.Designing, TimeMode.Structuring, TimeMode.Preempting]),
    ];

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        foreach (var (name, from, to) in Shifts)
        {
            Write(name, from, to, work, builder);
        }
    }

    private static void Write(string name, TimeMode[] from, TimeMode[] to, WorkRecords work, ReportBuilder builder)
    {
        var (before, after) = (Names(from), Names(to));
        var weeks = work.Weeks.Of(work.Times.Where(time => time.Mode is { } mode && (from.Contains(mode) || to.Contains(mode))), times => Share(times, to));
        var halves = Comparison.OfHalves(weeks, work.View);
        builder.Add(WeekValue.Chart($"mode.{name}", $"Share of {after} in the time of {before} and {after}", "share", weeks));
        var change = halves is null
            ? Measure.Missing($"time of {before} or {after} in at least {work.View[Comparison.ComparedWeeks]} weeks of each half")
            : Measure.Of(halves.Change, halves.N, halves.Events);
        builder.Add($"mode.{name}.change", $"Change of the share of {after} against {before}, later half less earlier", "share", change);
        var sentence = $"The share of {after} against {before} went from {Text.Percent(halves?.Before)} to {Text.Percent(halves?.After)}.";
        builder.Judge($"mode.{name}", change, change.Value >= work.View[Comparison.Difference], sentence, sentence);
    }

    private static double? Share(IReadOnlyList<TimeFact> times, TimeMode[] to)
    {
        var all = times.Sum(time => time.Minutes);
        return all > 0 ? times.Where(time => to.Contains(time.Mode!.Value)).Sum(time => time.Minutes) / all : null;
    }

    private static string Names(TimeMode[] modes) => Text.List([.. modes.Select(mode => Text.Word(mode))]);
}
