using Journal.Reports.Rules;
using Journal.Reports.Work;
using Journal.States;

namespace Journal.Reports.Operator;

/// <summary>Share of state samples that are calm (C175): what they say of frustration and doubt is low, and of enforcement not above 0.</summary>
internal static class Calm
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var calm = Reading.Share(work.States, state => IsCalm(state, rules), "state samples of frustration, doubt or enforcement", rules);
        builder.Add("calm", "Share of state samples that are calm", "share", calm);
        if (calm.Value is not { } share)
        {
            builder.Insufficient("calmOperator", $"at least {rules.Fewest} state samples of frustration, doubt or enforcement", calm.N, calm.Events);
        }
        else if (share >= rules.CleanShare)
        {
            builder.Found("calmOperator", $"{Phrase.Percent(share)} of {Phrase.Count(calm.N, "sample")} are calm.", calm.N, calm.Events);
        }
        else
        {
            builder.NotFound("calmOperator", $"{Phrase.Percent(share)} of {Phrase.Count(calm.N, "sample")} are calm.", calm.N, calm.Events);
        }
    }

    private static bool? IsCalm(StateFact state, RuleSet rules) => state is { Frustration: null, Doubt: null, Enforcement: null }
        ? null
        : (state.Frustration ?? 1) <= rules.CalmLevel && (state.Doubt ?? 1) <= rules.CalmLevel && (state.Enforcement ?? 0) <= 0;
}
