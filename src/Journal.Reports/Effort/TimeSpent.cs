using Journal.Reports.Metrics;
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

/// <summary>Where time went against where it was meant to go (C113).</summary>
internal static class TopicDrift
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var focus = work.View.All<FocusFact>().Where(one => work.View.Serves(one.AimId) && one.Day <= work.View.Last).ToList();
        var time = Spent(work).Where(one => focus.Exists(set => set.Day <= one.Day)).ToList();
        var minutes = time.Sum(one => one.Minutes);
        if (minutes <= 0)
        {
            builder.Insufficient("drift", "time with a topic, and the share meant for a topic before it", time.Count);
            return;
        }

        var rows = focus.Select(one => one.Topic).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(topic => Compare(topic, focus, time, minutes))
            .ToList();
        foreach (var row in rows)
        {
            builder.Add("drift", $"Share of time for “{row.Topic}”, actual less intended", "percentage points", row.Drift, row.Subject);
        }

        builder.Add(new Table(
            "topics", "Intended and actual share of time", ["topic", "intended", "actual", "driftPercent"],
            [.. rows.Select(row => new Row([row.Topic, Text.Number(row.Intended, 4), Text.Number(row.Actual, 4), Text.Number(row.Drift.Value!.Value)], row.Subject, row.Drift.Events))]));
        var furthest = rows.MaxBy(row => Math.Abs(row.Drift.Value!.Value))!;
        var sentence = $"“{furthest.Topic}” drifted furthest: {Text.Percent(furthest.Intended)} intended, {Text.Percent(furthest.Actual)} actual, a drift of {Text.Number(furthest.Drift.Value!.Value, 0)} %.";
        var events = rows.SelectMany(row => row.Drift.Events);
        builder.Judge("drift", Math.Abs(furthest.Drift.Value!.Value) >= work.View[Comparison.Difference] * 100, sentence, sentence, time.Count, events);
    }

    // Intentions change: each record counts against the share that was in force when it was made, weighted by its minutes.
    private static (string Topic, double Intended, double Actual, Measure Drift, Guid Subject) Compare(
        string topic, List<FocusFact> focus, List<(DateOnly Day, string Topic, double Minutes, IReadOnlyList<Guid> Events)> time, double minutes)
    {
        var own = focus.Where(one => string.Equals(one.Topic, topic, StringComparison.OrdinalIgnoreCase)).ToList();
        var intended = time.Sum(one => one.Minutes * (own.FindLast(set => set.Day <= one.Day)?.Share ?? 0)) / minutes;
        var spent = time.Where(one => string.Equals(one.Topic, topic, StringComparison.OrdinalIgnoreCase)).ToList();
        var actual = spent.Sum(one => one.Minutes) / minutes;
        return (topic, intended, actual, Measure.Of((actual - intended) * 100, time.Count, own.SelectMany(one => one.Events).Concat(spent.SelectMany(one => one.Events))), own[^1].Id);
    }

    private static IEnumerable<(DateOnly Day, string Topic, double Minutes, IReadOnlyList<Guid> Events)> Spent(WorkRecords work) =>
        work.Times.Any(time => time.Topic is not null)
            ? work.Times.Where(time => time.Topic is not null).Select(time => (time.Day, time.Topic!, time.Minutes, time.Events))
            : work.Outputs.Where(output => output is { Topic: not null, Minutes: not null }).Select(output => (output.Day, output.Topic!, output.Minutes!.Value, output.Events));
}
