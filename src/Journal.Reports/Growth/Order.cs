using Journal.Growth;
using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Rules;
using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>Whether an amplifier came before its ground: hired before outcomes run without the operator (C138), automated what is inconsistent (C139), sold what is not delivered (C140).</summary>
internal static class Order
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        Judge("hiredFasterThanLed", work, builder, [AmplifierKind.Hire], one => OperatorDependency.Of(work, Before(one, rules), rules), share => share >= rules.DependencyHigh, "of the outcomes before it needed the operator");
        Judge("automatedBroken", work, builder, [AmplifierKind.Automate], one => Inconsistent(one, work), share => share > 1 - rules.CleanShare, "of the runs before it did not come out as they should");
        Judge("soldUndeliverable", work, builder, [AmplifierKind.Market, AmplifierKind.Expand], one => Unfinished(one, work), share => share > 1 - rules.FinishLow, "of what ended before it was not finished");
    }

    private static void Judge(
        string name, WorkRecords work, ReportBuilder builder, AmplifierKind[] kinds, Func<AmplifierFact, Measure> ground, Func<double, bool> weak, string words)
    {
        var all = work.Amplifiers.Where(one => kinds.Contains(one.Amplifier)).ToList();
        if (all.Count == 0)
        {
            builder.Insufficient(name, $"an amplifier of this kind: {Phrase.List([.. kinds.Select(kind => kind.ToString().ToLowerInvariant())])}");
        }

        foreach (var one in all)
        {
            var measure = ground(one);
            List<Guid> events = [.. one.Events, .. measure.Events];
            var sentence = $"{one.Amplifier} on {Phrase.Day(one.Day)}: {Phrase.Percent(measure.Value ?? 0)} {words} ({measure.N}).";
            switch (measure.Value)
            {
                case null:
                    builder.Insufficient(name, measure.Insufficient!["insufficient data: ".Length..], measure.N, events, one.Id);
                    break;
                case { } share when weak(share):
                    builder.Found(name, sentence, measure.N, events, one.Id);
                    break;
                default:
                    builder.NotFound(name, sentence, measure.N, events, one.Id);
                    break;
            }
        }
    }

    /// <summary>The weeks before, by whole days, up to the day itself.</summary>
    private static Period Before(AmplifierFact one, RuleSet rules) => new(one.Day.AddDays(-7 * rules.AftermathWeeks), one.Day.AddDays(-1));

    private static Measure Inconsistent(AmplifierFact one, WorkRecords work)
    {
        var runs = work.Runs.Where(run => run.ProcessId == one.ProcessId && run.Consistent is not null && run.OccurredAt < one.OccurredAt).ToList();
        return Share(runs.Count(run => run.Consistent == false), runs.Count, runs.SelectMany(run => run.Events), "runs of the process, before it was automated, that say whether they came out as they should", work.View.Rules);
    }

    private static Measure Unfinished(AmplifierFact amplifier, WorkRecords work)
    {
        var before = Before(amplifier, work.View.Rules);
        var ended = work.Ended(before).Where(one => one.Ending.State != OutcomeState.Skipped).ToList();
        return Share(ended.Count(one => one.Ending.State == OutcomeState.Missed), ended.Count, ended.SelectMany(one => one.Commitment.Events), "commitments that ended before it", work.View.Rules);
    }

    private static Measure Share(int count, int n, IEnumerable<Guid> events, string what, RuleSet rules) =>
        n < rules.Fewest ? Measure.Missing($"at least {rules.Fewest} {what}", n, events) : Measure.Of((double)count / n, n, events);
}
