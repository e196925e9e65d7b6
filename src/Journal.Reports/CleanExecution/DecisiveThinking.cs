using Journal.Decisions;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether thinking is decisive (C154): decisions made within the standard of their class. One still open past it counts as late, one within it not yet.</summary>
internal static class DecisiveThinking
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var judged = work.Decisions.Select(decision => (decision, Within: Within(decision, work))).Where(one => one.Within is not null).ToList();
        List<Guid> events = [.. judged.SelectMany(one => one.decision.Events)];
        if (judged.Count < rules.Fewest)
        {
            builder.Add("decided", "Share of decisions made within their standard", "share", Measure.Missing($"a decision standard, and at least {rules.Fewest} decisions under one", judged.Count, events));
            builder.Insufficient("decisive", $"a decision standard, and at least {rules.Fewest} decisions under one", judged.Count, events);
            return;
        }

        var share = (double)judged.Count(one => one.Within == true) / judged.Count;
        builder.Add("decided", "Share of decisions made within their standard", "share", Measure.Of(share, judged.Count, events));
        var sentence = $"{Phrase.Percent(share)} of {Phrase.Count(judged.Count, "decision")} were made within their standard.";
        if (share >= rules.DecidedShare)
        {
            builder.Found("decisive", sentence, judged.Count, events);
        }
        else
        {
            builder.NotFound("decisive", sentence, judged.Count, events);
        }
    }

    /// <summary>Null without a standard, for one dropped or made before the window, and for one that still has time.</summary>
    private static bool? Within(DecisionFact decision, WorkRecords work)
    {
        var standards = work.View.All<StandardFact>().Where(one => one.OccurredAt <= decision.OccurredAt).ToList();
        if ((standards.FindLast(one => one.Class is not null && one.Class == decision.Class) ?? standards.FindLast(one => one.Class is null)) is not { } standard)
        {
            return null;
        }

        if (decision.FirstMadeAt is { } made)
        {
            return work.View.Covers(made) ? (made - decision.OccurredAt).TotalHours <= standard.Hours : null;
        }

        var waited = work.View.Last.AddDays(1).ToDateTime(TimeOnly.MinValue) - decision.OccurredAt.DateTime;
        return decision.Closed is null && waited.TotalHours > standard.Hours ? false : null;
    }
}
