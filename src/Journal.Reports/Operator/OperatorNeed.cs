using Journal.Facts;
using Journal.Practices;
using Journal.Reports.CleanExecution;
using Journal.Reports.Metrics;
using Journal.States;

namespace Journal.Reports.Operator;

/// <summary>Where the person is needed: the bottleneck (C145), calm (C175), structure (C176), and the absence test (C177).</summary>
internal static class OperatorNeed
{
    public static readonly Rule CalmLevel = new("calmLevel", 3, 1, 7, "Rating, 1 to 7, of pressure, doubt or frustration up to which it is low.");
    public static readonly Rule AbsenceFailures = new("absenceFailures", 0.20, 0, 1, "Share of runs, 0 to 1, that may fail while the operator is away.");

    private const int Listed = 5;

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        Bottleneck(work, builder);
        Calm(work, builder);
        Structure(work, builder);
        Absence(work, builder);
    }

    /// <summary>Whether outcomes queue up at the operator, and where they still need one.</summary>
    private static void Bottleneck(WorkRecords work, ReportBuilder builder)
    {
        var dependency = OperatorDependency.Of(work, work.Window, work.View);
        builder.Add(new Table("stillRequired", "Where the operator is still required, most often first", ["source", "needed", "outcomes"], [.. OperatorDependency.Sources(work).Take(Listed).Select(source => new Row(
            [source.Title, Text.Cell(source.Needed), Text.Cell(source.All)], source.Id, source.Events))]));
        var sentence = $"{Text.Percent(dependency.Value)} of {Text.Count(dependency.N, "outcome")} needed the operator.";
        builder.Judge("bottleneck", dependency, dependency.Value >= work.View[OperatorDependency.DependencyHigh], sentence, sentence);
    }

    private static void Calm(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var calm = Measure.Share(work.States, state => IsCalm(state, rules), "state samples of frustration, doubt or enforcement", rules);
        var sentence = $"{Text.Percent(calm.Value)} of {Text.Count(calm.N, "sample")} are calm.";
        builder.Add("calm", "Share of state samples that are calm", "share", calm);
        builder.Judge("calmOperator", calm, calm.Value >= rules[CleanProcess.CleanShare], sentence, sentence);
    }

    // What it says of frustration and doubt is low, and of enforcement not above 0.
    private static bool? IsCalm(StateFact state, ReportView rules) => state is { Frustration: null, Doubt: null, Enforcement: null }
        ? null
        : (state.Frustration ?? 1) <= rules[CalmLevel] && (state.Doubt ?? 1) <= rules[CalmLevel] && (state.Enforcement ?? 0) <= 0;

    /// <summary>What comes out of a process against what comes out of the person's own effort.</summary>
    /// <remarks>A commitment by a process that has runs of its own is left out: it would count twice.</remarks>
    private static void Structure(WorkRecords work, ReportBuilder builder)
    {
        var run = work.Runs.Select(one => one.ProcessId).ToHashSet();
        var finished = work.Ended(work.Window).Where(one => one.Ending.State == OutcomeState.Finished).Select(one => one.Commitment).ToList();
        List<Fact> structured = [.. work.Runs.Where(one => one.Consistent != false), .. finished.Where(one => one.ProcessId is { } process && !run.Contains(process))];
        List<Fact> effortful = [.. finished.Where(one => one.ProcessId is null), .. work.Outcomes.Where(outcome => outcome.State == OutcomeState.Finished)];
        var share = Measure.Mean(
            [.. structured.Select(fact => Sample.Of(holds: true, fact.Events)), .. effortful.Select(fact => Sample.Of(holds: false, fact.Events))], "outcomes or runs", work.View);
        if (share.Value is not null)
        {
            builder.Add("structure", "Share of outcomes that came from a process", "share", share);
        }

        var sentence = $"{Text.Percent(share.Value)} of {Text.Count(share.N, "outcome")} came from a process, {Text.Percent(1 - share.Value)} from effort alone.";
        builder.Judge("structureBased", share, share.Value > 0.5, sentence, sentence);
    }

    /// <summary>What becomes of runs while the operator is away. Where they fail, the work depends on presence.</summary>
    private static void Absence(WorkRecords work, ReportBuilder builder)
    {
        var failed = Measure.Share(
            work.Runs.Where(run => run.OperatorPresent == false), run => !run.Consistent, "runs in absence that say whether they came out as they should", work.View);
        var sentence = $"{Text.Percent(failed.Value)} of {Text.Count(failed.N, "run")} failed while the operator was away";
        builder.Add("absence.failed", "Share of runs that failed while the operator was away", "share", failed);
        builder.Judge("dependencyLoop", failed, failed.Value > work.View[AbsenceFailures], $"{sentence}: the absence test is not passed.", $"{sentence}: the absence test is passed.");
    }
}
