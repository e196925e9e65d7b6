using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

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
