using Journal.Analysis.Survival;
using Journal.Beliefs;
using Journal.Decisions;
using Journal.Processes;
using Journal.Reports.Causes;
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
        var finished = IntendedAction.Of(view).Where(one => one.Finished && one.NeededOperator is not null && during(one.At) && Serves(aim, one.AimId)).ToList();
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

/// <summary>Templates' predictions against the records, and, where a signature shows and no belief names it, a question. A question counts in no figure.</summary>
internal static class SignatureSection
{
    private static readonly ConstraintTemplate[] Predicting =
        [ConstraintTemplate.ControlKeepsQuality, ConstraintTemplate.ComplexityShowsWorth, ConstraintTemplate.SpeedIsRisk];

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        var constrained = new Constrained(view);
        var named = new HashSet<ConstraintTemplate>();
        foreach (var ledger in ledgers)
        {
            if (constrained.Named(ledger.Belief) is not { Template: { } template } constraint || Expect(view, ledger, constraint.At, template) is not { } signature)
            {
                continue;
            }

            named.Add(template);
            Judge(builder, ledger, signature);
        }

        foreach (var template in Predicting.Where(template => !named.Contains(template)))
        {
            Ask(view, builder, Signature.Of(template, view, _ => true, view.Request.Aim)!);
        }
    }

    // Before it was named the belief may have been held; after it ended it was not.
    private static Signature? Expect(ReportView view, BeliefLedger ledger, DateTimeOffset named, ConstraintTemplate template) =>
        Signature.Of(template, view, moment => moment >= named && ledger.Belief.IsHeld(moment), ledger.Belief.AimId);

    private static void Judge(ReportBuilder builder, BeliefLedger ledger, Signature signature)
    {
        var (id, level) = (ledger.Belief.Id, signature.Level);
        builder.Add(signature.Name, signature.Label, signature.Unit, level, id);
        var figures = $"{signature.Label}: {Text.Number(level.Value, 4)}, from {Text.Number(signature.Threshold, 4)} on expected.";
        builder.Judge("signature", level, signature.Shows, $"The prediction is confirmed: {figures}", $"The prediction is refuted: {figures}", id, "the work itself may ask for it");
    }

    private static void Ask(ReportView view, ReportBuilder builder, Signature signature)
    {
        if (signature.Shows && signature.Level.Value is { } value)
        {
            builder.Found(
                $"question.{Text.Cell(signature.Template)}",
                $"{signature.Label}: {Text.Number(value, 4)}. {Question(signature.Template)} It counts only once it is stated or confirmed.",
                signature.Level.N,
                signature.Level.Events,
                view.Request.Aim,
                "the work itself may ask for it",
                "there may be no belief behind it");
        }
    }

    private static string Question(ConstraintTemplate template) => template switch
    {
        ConstraintTemplate.ControlKeepsQuality => "Is there a belief behind it about what happens without control?",
        ConstraintTemplate.ComplexityShowsWorth => "Is there a belief behind it about what makes work worth something?",
        _ => "Is there a belief behind it about what a fast decision risks?",
    };
}
