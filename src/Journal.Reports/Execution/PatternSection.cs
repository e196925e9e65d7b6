using Journal.Analysis.Patterns;
using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Whether days done and not done come in an order that chance would not give (C100): by runs, and by weekday.</summary>
internal static class PatternSection
{
    public static readonly Rule Chance = new("chance", 0.01, 0.000001, 0.5, "Probability below which an order or a clustering is not put down to chance.");

    private const int LeastDays = 28;
    private const int Weekdays = 7;

    public static void Write(Scope scope, ReportBuilder builder)
    {
        foreach (var (practice, days) in KnownDay.Of(scope))
        {
            Judge(practice, days, scope, builder);
        }
    }

    private static void Judge(PracticeFact practice, IReadOnlyList<KnownDay> days, Scope scope, ReportBuilder builder)
    {
        var events = practice.Events.Concat(days.SelectMany(day => day.Events)).ToList();
        var done = days.Count(day => day.Done);
        if (days.Count < LeastDays || done == 0 || done == days.Count)
        {
            builder.Insufficient("pattern", $"at least {LeastDays} known days of \"{practice.Title}\", some done and some not; {done} of {days.Count} were done", days.Count, events, practice.Id);
            return;
        }

        var runs = RunsTest.Of([.. days.Select(day => day.Done)]);
        // Where it is not meant for every day, on which weekday it is done or recorded is part of the plan.
        var (weekday, chance) = practice.Cadences[^1].Rate < 1 ? (default, 1) : Weekday(days);
        // Two questions are asked of the same days.
        var limit = scope.Rules[Chance] / 2;
        List<string> found = [];
        if (runs.Probability < limit)
        {
            found.Add($"days done and not done {(runs.Score < 0 ? "come in stretches" : "alternate")} ({runs.Runs} runs where chance gives {Text.Number(runs.Expected)})");
        }

        if (chance < limit)
        {
            found.Add($"{weekday}s differ from other days: {Done(days.Where(day => day.Day.DayOfWeek == weekday))} done, {Done(days.Where(day => day.Day.DayOfWeek != weekday))} on the others");
        }

        builder.Judge(
            "pattern",
            found.Count > 0,
            $"\"{practice.Title}\": {string.Join("; ", found)}.",
            $"\"{practice.Title}\": no pattern in {days.Count} days; their order is as chance would have it.",
            days.Count, events, practice.Id, [.. Cadence(practice)]);
    }

    private static string Done(IEnumerable<KnownDay> days)
    {
        List<KnownDay> all = [.. days];
        return $"{all.Count(day => day.Done)} of {all.Count}";
    }

    private static IEnumerable<string> Cadence(PracticeFact practice) =>
        practice.Cadences[^1] is { Rate: < 1 } cadence
            ? [$"it is meant to be done {Text.Count(cadence.Times, "time")} in {Text.Count(cadence.Days, "day")}, so that days without it are part of the plan"] : [];

    // The weekday that differs most, its probability corrected for having looked at seven.
    private static (DayOfWeek Day, double Chance) Weekday(IReadOnlyList<KnownDay> days)
    {
        var done = days.Count(day => day.Done);
        return days.GroupBy(day => day.Day.DayOfWeek)
            .Select(group => (Day: group.Key, All: group.Count(), Done: group.Count(day => day.Done)))
            .Select(one => (one.Day, Chance: Math.Min(1, Weekdays * FisherExact.TwoSided(one.Done, one.All - one.Done, done - one.Done, days.Count - one.All - done + one.Done))))
            .OrderBy(one => one.Chance).ThenBy(one => one.Day)
            .First();
    }
}
