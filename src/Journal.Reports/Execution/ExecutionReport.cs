using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>What is done of what was meant, when, at what effort, and what comes in between.</summary>
public static class ExecutionReport
{
    public static ReportKind Kind { get; } = new(
        "execution",
        "What is done of what was clear and planned: action, consistency, speed and follow-through, with delays, changes of plan, misses and their causes.",
        Write)
    {
        Question = "What was done of what was planned?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        FourNumbers.Write(scope, builder);
        ClaritySection.Write(scope, builder);
        DelaySection.Write(scope, builder);
        FrictionSection.Write(scope, builder);
        NegotiationSection.Write(scope, builder);
        MissSection.Write(scope, builder);
        PostponementSection.Write(scope, builder);
        ReframeSection.Write(scope, builder);
        ScaffoldingSection.Write(scope, builder);
        HeldByEffort.Write(scope, builder);
        LowMotivation.Write(scope, builder);
        PatternSection.Write(scope, builder);
    }
}

/// <summary>Execution in four numbers: action, consistency, speed, follow-through (C18 to C21), each with what it rests on.</summary>
internal static class FourNumbers
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add("action", "Of what was due, what was done", "share", Action(scope));
        builder.Add("consistency", "Weeks of a practice at or above its floor", "share", ConsistencyMetrics.Consistency([.. scope.Practices.Select(one => (one.Practice, one.Weeks))], scope.Rules));
        foreach (var practice in scope.Practices)
        {
            builder.Add(
                "consistency.intervals",
                $"Unevenness of the days between one time and the next, \"{practice.Practice.Title}\": 0 is a fixed rhythm, 1 is chance",
                "ratio",
                ConsistencyMetrics.IntervalVariation(practice.Practice, scope.Outcomes, scope.Rules),
                practice.Practice.Id);
        }

        builder.Add("speed", "Planned starts that came on time", "share", StartMetrics.OnTime(scope.Planned, scope.Outcomes, scope.End, scope.Rules));
        builder.Add("followThrough", "Of what was started and is past its due time, what was finished", "share", FinishMetrics.FinishRatio(scope.Due, scope.Outcomes, scope.End, scope.Rules));
    }

    // A known week of a practice weighs what was due in it; a commitment is due once.
    private static Measure Action(Scope scope)
    {
        var weeks = scope.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Adherence is not null).ToList();
        var commitments = FinishMetrics.Judged(scope.Due, scope.End, scope.Rules);
        var due = weeks.Sum(week => week.Due) + commitments.Count;
        var done = weeks.Sum(week => week.Adherence!.Value * week.Due) + commitments.Count(one => one.Ending?.State == OutcomeState.Finished);
        var events = weeks.SelectMany(week => week.Events).Concat(commitments.SelectMany(one => one.Events));
        return due < scope.Rules[Measure.Fewest]
            ? Measure.Missing($"at least {scope.Rules[Measure.Fewest]} occasions of known weeks, or commitments past their due time", (int)due, events)
            : Measure.Of(done / due, (int)Math.Round(due), events);
    }
}

/// <summary>Whether what was clear was done (C1), and whether clarity makes a difference (C2).</summary>
internal static class ClaritySection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var rated = FinishMetrics.Judged(scope.Due, scope.End, scope.Rules).Where(one => one.Clarity is not null).ToList();
        var clear = FinishMetrics.Done([.. rated.Where(one => one.Clarity >= scope.Rules[FinishMetrics.ClearRating])], scope.End, scope.Rules);
        var unclear = FinishMetrics.Done([.. rated.Where(one => one.Clarity < scope.Rules[FinishMetrics.ClearRating])], scope.End, scope.Rules);
        builder.Add("clear.done", $"Commitments rated clear ({scope.Rules[FinishMetrics.ClearRating]} or more of 7) that were done", "share", clear);
        builder.Add("clear.gap", "What was clear and was not done", "share", clear.Value is { } done ? clear with { Value = 1 - done } : clear);
        builder.Add("unclear.done", "Commitments rated less clear that were done", "share", unclear);
        Compare(scope, builder, clear, unclear);
    }

    private static void Compare(Scope scope, ReportBuilder builder, Measure clear, Measure unclear)
    {
        var figures = $"{Text.Percent(clear.Value)} of what was clear was done, and {Text.Percent(unclear.Value)} of what was less clear";
        var differ = Math.Abs(clear.Value - unclear.Value ?? 0) > scope.Rules[Comparison.Difference];
        builder.Judge(
            "clarityExplains",
            Measure.All($"at least {scope.Rules[Measure.Fewest]} due commitments rated clear and as many rated less clear", clear, unclear),
            differ && clear.Value > unclear.Value,
            $"What was clear was done more often: {figures}.",
            differ ? $"What was less clear was done more often: {figures}." : $"Clarity does not explain this: {figures}.");
    }
}
