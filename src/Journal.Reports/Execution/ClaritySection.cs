using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Whether what was clear was done (C1), and whether clarity makes a difference (C2).</summary>
internal static class ClaritySection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var rated = FinishMetrics.Judged(scope.Due, scope.End, scope.Rules).Where(one => one.Clarity is not null).ToList();
        var clear = FinishMetrics.Done([.. rated.Where(one => one.Clarity >= scope.Rules.ClearRating)], scope.End, scope.Rules);
        var unclear = FinishMetrics.Done([.. rated.Where(one => one.Clarity < scope.Rules.ClearRating)], scope.End, scope.Rules);
        builder.Add("clear.done", $"Commitments rated clear ({scope.Rules.ClearRating} or more of 7) that were done", "share", clear);
        builder.Add("clear.gap", "What was clear and was not done", "share", clear.Value is { } done ? clear with { Value = 1 - done } : clear);
        builder.Add("unclear.done", "Commitments rated less clear that were done", "share", unclear);
        Compare(scope, builder, clear, unclear);
    }

    private static void Compare(Scope scope, ReportBuilder builder, Measure clear, Measure unclear)
    {
        var events = clear.Events.Concat(unclear.Events);
        var n = clear.N + unclear.N;
        if (clear.Value is not { } one || unclear.Value is not { } other)
        {
            builder.Insufficient("clarityExplains", $"at least {scope.Rules.Fewest} due commitments rated clear and as many rated less clear", n, events);
            return;
        }

        var figures = $"{Phrase.Percent(one)} of what was clear was done, and {Phrase.Percent(other)} of what was less clear";
        if (Math.Abs(one - other) <= scope.Rules.Difference)
        {
            builder.NotFound("clarityExplains", $"Clarity does not explain this: {figures}.", n, events);
        }
        else if (one > other)
        {
            builder.Found("clarityExplains", $"What was clear was done more often: {figures}.", n, events);
        }
        else
        {
            builder.NotFound("clarityExplains", $"What was less clear was done more often: {figures}.", n, events);
        }
    }
}
