using Journal.Beliefs;
using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

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
