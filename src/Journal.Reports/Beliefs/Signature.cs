using Journal.Analysis.Survival;
using Journal.Beliefs;
using Journal.Decisions;
using Journal.Processes;
using Journal.Reports.Causes;
using Journal.Reports.Metrics;
using Journal.Reports.Work;
using Journal.Work;

namespace Journal.Reports.Beliefs;

/// <summary>
/// What a template leads one to expect in the records, as one figure against one threshold. A belief in control: interventions of the person per finished
/// outcome reach <c>signatureDependency</c>. In complexity: the median steps of a run reach <c>signatureSteps</c>. In speed as a risk: the median hours to
/// decide, open decisions censored, exceed the median of the decisions' standards. At the threshold or above it is confirmed, below it is refuted; with fewer
/// than <c>signatureCases</c> observations it is neither. Where even the censored median is not reached, it exceeds the standard once as many wait that long.
/// </summary>
/// <param name="Name">Of the figure.</param>
/// <param name="Label">Of the figure.</param>
/// <param name="Level">The figure, or what is missing.</param>
/// <param name="Threshold">In the figure's unit.</param>
internal sealed record Signature(ConstraintTemplate Template, string Name, string Label, string Unit, Measure Level, double Threshold)
{
    public static readonly Rule SignatureDependency = new("signatureDependency", 0.50, 0, 100, "Interventions of the person per finished outcome from which a belief in control shows in the records.");
    public static readonly Rule SignatureSteps = new("signatureSteps", 7, 1, 1000, "Median steps of a run from which a belief in complexity shows in the records.");
    public static readonly WholeRule SignatureCases = new("signatureCases", 5, 1, 1000, "Observations below which a predicted signature is neither confirmed nor refuted.");

    public bool Shows => Level.Value >= Threshold;

    /// <summary>The signature of a template over a stretch of time; null for a template that predicts none.</summary>
    public static Signature? Of(ConstraintTemplate template, ReportView view, Func<DateTimeOffset, bool> during, Guid? aim) => template switch
    {
        ConstraintTemplate.ControlKeepsQuality =>
            new(template, "signature.dependency", "interventions of the person per finished outcome", "ratio", Dependency(view, during, aim), view[SignatureDependency]),
        ConstraintTemplate.ComplexityShowsWorth =>
            new(template, "signature.steps", "median steps of a run", "count", Steps(view, during, aim), view[SignatureSteps]),
        ConstraintTemplate.SpeedIsRisk => Latency(view, during, aim),
        _ => null,
    };

    private static Measure Dependency(ReportView view, Func<DateTimeOffset, bool> during, Guid? aim)
    {
        var finished = Attempt.Of(view).Where(one => one.Finished && one.NeededOperator is not null && during(one.At) && Serves(aim, one.AimId)).ToList();
        var occasions = view.Within<OccasionFact>().Where(one => during(one.OccurredAt) && Serves(aim, one.AimId)).ToList();
        var events = finished.SelectMany(one => one.Events).Concat(occasions.SelectMany(one => one.Events));
        return Measure.OfAtLeast(
            view[SignatureCases],
            "finished outcomes that say whether they needed the person",
            finished.Count,
            events,
            () => (finished.Count(one => one.NeededOperator == true) + (double)occasions.Count) / finished.Count);
    }

    private static Measure Steps(ReportView view, Func<DateTimeOffset, bool> during, Guid? aim)
    {
        var processes = view.All<ProcessFact>().Where(one => Serves(aim, one.AimId)).ToDictionary(one => one.Id);
        var runs = view.Within<RunFact>()
            .Where(run => during(run.OccurredAt) && processes.ContainsKey(run.ProcessId))
            .Select(run => (run.Events, Steps: run.Steps ?? processes[run.ProcessId].At(run.OccurredAt).Steps))
            .Where(run => run.Steps is not null)
            .ToList();
        return Measure.OfAtLeast(
            view[SignatureCases],
            "runs of a process with their steps",
            runs.Count,
            runs.SelectMany(run => run.Events),
            () => Numbers.Middle([.. runs.Select(run => (double)run.Steps!.Value)]));
    }

    private static Signature Latency(ReportView view, Func<DateTimeOffset, bool> during, Guid? aim)
    {
        var standards = new DecisionStandards(view.All<StandardFact>(), view);
        var decisions = view.Within<DecisionFact>().Where(one => during(one.OccurredAt) && Serves(aim, one.AimId)).ToList();
        var waits = decisions.ConvertAll(one => Wait(one, view.Last.EndLike(one.OccurredAt)));
        var threshold = Numbers.Median(decisions.Select(standards.Hours)) ?? view[DecisionStandards.StandardHours];
        var curve = KaplanMeier.Of([.. waits.Select(wait => wait.Hours)], [.. waits.Select(wait => wait.Made)]);
        var median = curve.Median ?? Numbers.Median(waits.Select(wait => wait.Hours));
        return new(
            ConstraintTemplate.SpeedIsRisk,
            "signature.latency",
            "median hours until a decision was made",
            "hours",
            decisions.Count < view[SignatureCases] || (curve.Median is null && median < threshold)
                ? Measure.Missing($"at least {view[SignatureCases]} decisions, half of them made or open past their standard", decisions.Count, decisions.SelectMany(one => one.Events))
                : Measure.Of(median!.Value, decisions.Count, decisions.SelectMany(one => one.Events)),
            threshold);
    }

    private static (double Hours, bool Made) Wait(DecisionFact decision, DateTimeOffset end) =>
        decision.FirstMadeAt is { } made && made < end ? (Math.Max(0, (made - decision.OccurredAt).TotalHours), true) : ((end - decision.OccurredAt).TotalHours, false);

    private static bool Serves(Guid? asked, Guid? aim) => asked is null || asked == aim;
}
