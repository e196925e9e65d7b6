using Journal.Reports.Cycles;
using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>A spike of output or load, and a fall of adherence after it (C109).</summary>
internal static class Collapse
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        (string Of, IReadOnlyList<WeekValue> Weeks)[] series =
        [
            ("output", work.Weeks.Output),
            ("messages", work.Weeks.Of(work.Loads, loads => Mean(loads.Select(load => load.Messages)))),
            ("opportunities", work.Weeks.Of(work.Loads, loads => Mean(loads.Select(load => load.Opportunities)))),
        ];
        if (!series.Any(one => Spike.CanBeSeen(one.Weeks, rules)))
        {
            builder.Insufficient("spikeThenCollapse", $"output or load in at least {rules[Comparison.ComparedWeeks] + 1} whole weeks");
            return;
        }

        var spikes = series.SelectMany(one => Spike.In(one.Of, one.Weeks, rules)).OrderBy(spike => spike.Week.Week).ToList();
        var judged = spikes.Select(spike => (spike, Adherence: Comparison.Of(work.Weeks.Adherence, Before(spike), After(spike), rules))).Where(one => one.Adherence is not null).ToList();
        if (spikes.Count > 0 && judged.Count == 0)
        {
            builder.Insufficient("spikeThenCollapse", $"adherence in at least {rules[Comparison.ComparedWeeks]} weeks before and after the spike: {spikes[0].Sentence}", spikes.Count, spikes[0].Week.Events);
            return;
        }

        if (judged.Find(one => one.Adherence!.Change <= -rules[CycleRules.Drop]) is ({ } first, { } fell))
        {
            builder.Found("spikeThenCollapse", $"{Upper(first.Sentence)}; adherence then fell from {Text.Percent(fell.Before)} to {Text.Percent(fell.After)}.", fell.N, first.Week.Events.Concat(fell.Events));
            return;
        }

        builder.NotFound("spikeThenCollapse", judged.Count == 0
            ? $"No week of output or load rises by {Text.Percent(rules[Spike.SurgeRise])} above the weeks before it."
            : $"{Text.Count(judged.Count, "spike")}, none followed by a fall of adherence of {Text.Percent(rules[CycleRules.Drop])}.", judged.Count, judged.SelectMany(one => one.spike.Week.Events));

        Period Before(Spike spike) => Period.Before(spike.Week.Week.Monday, rules[Spike.AftermathWeeks]);
        Period After(Spike spike) => Period.After(spike.Week.Week.Monday, rules[Spike.AftermathWeeks]);
    }

    private static double? Mean(IEnumerable<int?> values) => values.Average();

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
