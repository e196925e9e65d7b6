using Journal.Reports.Cycles;
using Journal.Reports.Metrics;

namespace Journal.Reports.Growth;

/// <summary>A week that rises above the weeks before it.</summary>
/// <param name="Of">What rose, as in <c>output</c>.</param>
/// <param name="Week">The week.</param>
/// <param name="Usual">Median of the known weeks looked at before it.</param>
internal sealed record Spike(string Of, WeekValue Week, double Usual)
{
    public static readonly WholeRule AftermathWeeks = new("aftermathWeeks", 4, 2, 52, "Weeks looked at before and after a moment.");
    public static readonly Rule SurgeRise = new("surgeRise", 0.50, 0, 10, "By what share a week rises above the weeks before it to be a surge.");

    /// <summary>As in <c>output rose from 4 to 10 in the week of 2026-02-02</c>.</summary>
    public string Sentence => $"{Of} rose from {Text.Number(Usual)} to {Text.Number(Week.Value!.Value)} in the week of {Text.Day(Week.Week.Monday)}";

    /// <summary>Every spike of a series, oldest first.</summary>
    public static IEnumerable<Spike> In(string of, IReadOnlyList<WeekValue> weeks, IRules rules)
    {
        for (var i = 1; i < weeks.Count; i++)
        {
            List<double> before = [.. weeks.Take(i).TakeLast(rules[AftermathWeeks]).Select(week => week.Value).OfType<double>()];
            if (weeks[i].Value is { } value && before.Count >= rules[Comparison.ComparedWeeks] && Numbers.Middle(before) is > 0 and var usual && value >= usual * (1 + rules[SurgeRise]))
            {
                yield return new(of, weeks[i], usual);
            }
        }
    }

    /// <summary>Whether a series has the weeks for a spike to be seen in.</summary>
    public static bool CanBeSeen(IReadOnlyList<WeekValue> weeks, IRules rules) => weeks.Count(week => week.Value is not null) > rules[Comparison.ComparedWeeks];
}

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

/// <summary>Opportunities rise, and decisions opened from then on take longer or are gone over more often (C111).</summary>
internal static class DecisionFatigue
{
    public static readonly Rule FatigueRise = new("fatigueRise", 0.50, 0, 10, "By what share the time to decide, or the passes, rise before that is said.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var opportunities = work.Weeks.Of(work.Loads.Where(load => load.Opportunities is not null), loads => loads.Average(load => load.Opportunities!.Value));
        if (!Spike.CanBeSeen(opportunities, rules))
        {
            builder.Insufficient("opportunityThenFatigue", $"opportunities in at least {rules[Comparison.ComparedWeeks] + 1} whole weeks");
            return;
        }

        var known = 0;
        foreach (var spike in Spike.In("opportunities", opportunities, rules))
        {
            var monday = spike.Week.Week.Monday;
            var (before, after) = (Period.Before(monday, rules[Spike.AftermathWeeks]), new Period(monday, monday.AddDays((7 * rules[Spike.AftermathWeeks]) - 1)));
            var latency = Rise(DecisionPace.Latency(work.Decisions, before, before.Last, rules), DecisionPace.Latency(work.Decisions, after, work.View.Last, rules));
            var passes = Rise(DecisionPace.Passes(work.Decisions, before, rules), DecisionPace.Passes(work.Decisions, after, rules));
            known += latency is null && passes is null ? 0 : 1;
            if (Sentence(latency, passes, rules) is { } rise)
            {
                builder.Found("opportunityThenFatigue", $"{char.ToUpperInvariant(spike.Sentence[0])}{spike.Sentence[1..]}; {rise}.", (latency ?? passes)!.N, [.. spike.Week.Events, .. latency?.Events ?? [], .. passes?.Events ?? []]);
                return;
            }
        }

        var events = opportunities.SelectMany(week => week.Events);
        if (known == 0 && Spike.In("opportunities", opportunities, rules).Any())
        {
            builder.Insufficient("opportunityThenFatigue", $"at least {rules[Measure.Fewest]} decisions opened in the {rules[Spike.AftermathWeeks]} weeks before and after opportunities rose", 0, events);
        }
        else
        {
            builder.NotFound("opportunityThenFatigue", known == 0 ? "Opportunities did not rise." : "Opportunities rose; decisions did not take longer after it.", known, events);
        }
    }

    private static Comparison? Rise(Measure before, Measure after) => before.Value is { } earlier && after.Value is { } later
        ? new(earlier, later, before.N + after.N, [.. before.Events.Concat(after.Events).Distinct()])
        : null;

    private static string? Sentence(Comparison? latency, Comparison? passes, ReportView rules) =>
        latency?.Rose(rules[FatigueRise]) == true ? $"the median time to decide went from {Text.Number(latency.Before)} to {Text.Number(latency.After)} days"
        : passes?.Rose(rules[FatigueRise]) == true ? $"passes per decision went from {Text.Number(passes.Before)} to {Text.Number(passes.After)}"
        : null;
}
