using Journal.Diagnosis;
using Journal.Growth;
using Journal.Practices;
using Journal.Reports.CleanExecution;
using Journal.Reports.Metrics;

namespace Journal.Reports.Growth;

/// <summary>What growing did: to steadiness, to communication, to decisions, and what was tried about it.</summary>
public static class GrowthReport
{
    public static ReportKind Kind { get; } = new(
        "growth", "What follows a rise in output, team or opportunities, whether amplifiers met a stable ground, and which response helped.", Write)
    {
        Question = "What follows when things grow?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        Collapse.Write(work, builder);
        TeamGrowth.Write(work, builder);
        DecisionFatigue.Write(work, builder);
        Amplifiers.Write(work, builder);
        AmplifierOrder.Write(work, builder);
        Friction.Write(work, builder);
        Responses.Write(work, builder);
    }
}

/// <summary>What was added to make more of what is there (C133 to C136), and whether a confirmed defect was open then: stabilise first (C137).</summary>
internal static class Amplifiers
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rows = work.Amplifiers.Select(one => (Amplifier: one, Defect: work.Defects.FirstOrDefault(defect => IsOpen(defect, one)))).ToList();
        builder.Add(new Table("amplifiers", "What was added", ["on", "kind", "openDefect"], [.. rows.Select(row => new Row(
            [Text.Day(row.Amplifier.Day), Name(row.Amplifier), row.Defect?.Title],
            row.Amplifier.Id,
            [.. row.Amplifier.Events, .. row.Defect?.Events ?? []]))]));
        var open = rows.Where(row => row.Defect is not null).ToList();
        if (rows.Count == 0)
        {
            builder.Insufficient("stabiliseFirst", "something that was added: a hire, a tool, automation, marketing, expansion or effort");
        }
        else if (open.Count == 0)
        {
            builder.NotFound("stabiliseFirst", $"{Text.Count(rows.Count, "amplifier")}; no confirmed defect was open at the time.", rows.Count, rows.SelectMany(row => row.Amplifier.Events));
        }

        foreach (var (amplifier, defect) in open)
        {
            builder.Found("stabiliseFirst", $"{Name(amplifier)} on {Text.Day(amplifier.Day)} while “{defect!.Title}” was confirmed and open: it makes more of that too. Stabilise first.", 1, amplifier.Events.Concat(defect.Events), amplifier.Id);
        }
    }

    private static string Name(AmplifierFact amplifier) => Text.Word(amplifier.Amplifier);

    private static bool IsOpen(DefectFact defect, AmplifierFact amplifier) =>
        (defect.AimId is null || amplifier.AimId is null || defect.AimId == amplifier.AimId)
        && defect.Turns.LastOrDefault(turn => turn.At <= amplifier.OccurredAt)?.Status == DefectStatus.Confirmed;
}

/// <summary>Whether an amplifier came before its ground: hired before outcomes run without the operator (C138), automated what is inconsistent (C139), sold what is not delivered (C140).</summary>
internal static class AmplifierOrder
{
    public static readonly Rule FinishLow = new("finishLow", 0.60, 0, 1, "Share of what ended that was finished, 0 to 1, below which more should not be promised.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        Judge("hiredFasterThanLed", work, builder, [AmplifierKind.Hire], one => OperatorDependency.Of(work, Before(one, rules), rules), share => share >= rules[OperatorDependency.DependencyHigh], "of the outcomes before it needed the operator");
        Judge("automatedBroken", work, builder, [AmplifierKind.Automate], one => Inconsistent(one, work), share => share > 1 - rules[CleanProcess.CleanShare], "of the runs before it did not come out as they should");
        Judge("soldUndeliverable", work, builder, [AmplifierKind.Market, AmplifierKind.Expand], one => Unfinished(one, work), share => share > 1 - rules[FinishLow], "of what ended before it was not finished");
    }

    private static void Judge(
        string name, WorkRecords work, ReportBuilder builder, AmplifierKind[] kinds, Func<AmplifierFact, Measure> ground, Func<double, bool> weak, string words)
    {
        var all = work.Amplifiers.Where(one => kinds.Contains(one.Amplifier)).ToList();
        if (all.Count == 0)
        {
            builder.Insufficient(name, $"an amplifier of this kind: {Text.List([.. kinds.Select(kind => Text.Word(kind))])}");
        }

        foreach (var one in all)
        {
            var measure = ground(one);
            var sentence = $"{one.Amplifier} on {Text.Day(one.Day)}: {Text.Percent(measure.Value)} {words} ({measure.N}).";
            builder.Judge(name, measure with { Events = [.. one.Events, .. measure.Events] }, measure.Value is { } share && weak(share), sentence, sentence, one.Id);
        }
    }

    /// <summary>The weeks before, by whole days, up to the day itself.</summary>
    private static Period Before(AmplifierFact one, ReportView rules) => new(one.Day.AddDays(-7 * rules[Spike.AftermathWeeks]), one.Day.AddDays(-1));

    private static Measure Inconsistent(AmplifierFact one, WorkRecords work)
    {
        var runs = work.Runs.Where(run => run.ProcessId == one.ProcessId && run.Consistent is not null && run.OccurredAt < one.OccurredAt).ToList();
        return Measure.Share(runs, run => run.Consistent == false, "runs of the process, before it was automated, that say whether they came out as they should", work.View);
    }

    private static Measure Unfinished(AmplifierFact amplifier, WorkRecords work)
    {
        var before = Before(amplifier, work.View);
        var ended = work.Ended(before).Where(one => one.Ending.State != OutcomeState.Skipped).ToList();
        return Measure.Mean([.. ended.Select(one => Sample.Of(one.Ending.State == OutcomeState.Missed, one.Commitment.Events))], "commitments that ended before it", work.View);
    }
}
