using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>What stands in for structure: force (C130), presence (C131), fluctuation (C132).</summary>
internal static class OppositeSigns
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var force = Reading.Middle(work.States, state => state.Enforcement, "samples of enforcement", rules);
        Judge("force", force, force.Value > 0, $"The median from continuation (-3) to enforcement (+3) is {Text(force)}", "it is held by force", "no force is needed", builder);

        var presence = Reading.Share(work.Runs, run => run.OperatorPresent, "runs that say whether the operator was there", rules);
        builder.Add("presence", "Share of runs with the operator there", "share", presence);
        Judge("presence", presence, presence.Value >= rules.PresentShare, $"The operator was there in {Share(presence)} of {Phrase.Count(presence.N, "run")}", "runs rest on presence", "runs do not rest on presence", builder);

        var fluctuation = Fluctuation.Of(work);
        builder.Add("fluctuation", "Coefficient of variation of weekly adherence", "ratio", fluctuation);
        Judge("fluctuation", fluctuation, fluctuation.Value > rules.FluctuationLimit, $"Weekly adherence varies by {Share(fluctuation)} of its mean", "it fluctuates", "it is steady", builder);
    }

    private static void Judge(string name, Measure measure, bool found, string sentence, string yes, string no, ReportBuilder builder)
    {
        if (measure.Value is null)
        {
            builder.Insufficient(name, measure.Insufficient!["insufficient data: ".Length..], measure.N, measure.Events);
        }
        else if (found)
        {
            builder.Found(name, $"{sentence}: {yes}.", measure.N, measure.Events);
        }
        else
        {
            builder.NotFound(name, $"{sentence}: {no}.", measure.N, measure.Events);
        }
    }

    private static string Text(Measure measure) => Phrase.Number(measure.Value ?? 0);

    private static string Share(Measure measure) => Phrase.Percent(measure.Value ?? 0);
}
