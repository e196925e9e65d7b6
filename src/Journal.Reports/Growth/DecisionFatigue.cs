using Journal.Reports.Work;

namespace Journal.Reports.Growth;

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

    private static string? Sentence(Comparison? latency, Comparison? passes, IRules rules) =>
        latency?.Rose(rules[FatigueRise]) == true ? $"the median time to decide went from {Text.Number(latency.Before)} to {Text.Number(latency.After)} days"
        : passes?.Rose(rules[FatigueRise]) == true ? $"passes per decision went from {Text.Number(passes.Before)} to {Text.Number(passes.After)}"
        : null;
}
