using Journal.Reports.Metrics;
using Journal.Work;

namespace Journal.Reports.Growth;

/// <summary>The team grows, and messages per person or corrections rise after it (C110).</summary>
internal static class TeamGrowth
{
    public static readonly Rule GrowthRise = new("growthRise", 0.25, 0, 10, "By what share messages, or corrections, rise before that is said.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var teams = work.Loads.Where(load => load.TeamSize is not null).ToList();
        if (teams.Count < 2)
        {
            builder.Insufficient("teamThenBreakdown", "the size of the team at two times", teams.Count, teams.SelectMany(load => load.Events));
            return;
        }

        var grown = teams.Zip(teams.Skip(1)).Where(pair => pair.Second.TeamSize > pair.First.TeamSize).ToList();
        if (grown.Count == 0)
        {
            builder.NotFound("teamThenBreakdown", "The team did not grow.", teams.Count, teams.SelectMany(load => load.Events));
            return;
        }

        var messages = work.Weeks.Of(teams.Where(load => load is { Messages: not null, TeamSize: > 0 }), loads => loads.Average(load => (double)load.Messages!.Value / load.TeamSize!.Value));
        var known = 0;
        foreach (var (from, to) in grown)
        {
            var (before, after) = (Period.Before(to.Day, rules[Spike.AftermathWeeks]), Period.After(to.Day, rules[Spike.AftermathWeeks]));
            var perPerson = Comparison.Of(messages, before, after, rules);
            var corrections = Corrections(work, before, after);
            known += perPerson is null && corrections is null ? 0 : 1;
            if (Rise(perPerson, corrections, work) is { } rise)
            {
                builder.Found(
                    "teamThenBreakdown",
                    $"The team grew from {from.TeamSize} to {to.TeamSize} on {Text.Day(to.Day)}; {rise} a week after it.",
                    perPerson?.N ?? corrections!.N,
                    [.. from.Events, .. to.Events, .. perPerson?.Events ?? [], .. corrections?.Events ?? []]);
                return;
            }
        }

        var events = grown.SelectMany(pair => pair.First.Events.Concat(pair.Second.Events));
        if (known == 0)
        {
            builder.Insufficient("teamThenBreakdown", $"messages with the size of the team, or corrections, over the {rules[Spike.AftermathWeeks]} weeks before and after it grew", 0, events);
        }
        else
        {
            builder.NotFound("teamThenBreakdown", "The team grew; neither messages per person nor corrections rose after it.", known, events);
        }
    }

    private static string? Rise(Comparison? perPerson, Comparison? corrections, WorkRecords work)
    {
        var rules = work.View;
        return perPerson?.Rose(rules[GrowthRise]) == true
            ? $"messages per person went from {Text.Number(perPerson.Before)} to {Text.Number(perPerson.After)}"
            : corrections?.Rose(rules[GrowthRise]) == true && corrections.N >= rules[Measure.Fewest]
                ? $"corrections went from {Text.Number(corrections.Before)} to {Text.Number(corrections.After)}"
                : null;
    }

    /// <summary>Corrections a week; null where none is recorded or the window does not hold both periods whole.</summary>
    private static Comparison? Corrections(WorkRecords work, Period before, Period after)
    {
        List<CorrectionFact> all = [.. work.Corrections.Where(one => before.Covers(one) || after.Covers(one))];
        var weeks = work.View[Spike.AftermathWeeks];
        return all.Count == 0 || after.Last > work.View.Last || before.First < work.View.First
            ? null
            : new((double)all.Count(before.Covers) / weeks, (double)all.Count(after.Covers) / weeks, all.Count, [.. all.SelectMany(one => one.Events)]);
    }
}
