using Journal.Reports.Facts;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Execution;

/// <summary>A day of a practice that is known and was not excused.</summary>
/// <param name="Credit">How much of what was meant was done, 0 to 1.</param>
internal sealed record KnownDay(DateOnly Day, bool Done, double Credit, IReadOnlyList<Guid> Events)
{
    /// <summary>The known days of a practice in the window, oldest first. Skipped and unknown days are not among them.</summary>
    public static IReadOnlyList<KnownDay> Of(PracticeFact practice, Scope scope)
    {
        var byDay = scope.Outcomes.Where(outcome => outcome.PracticeId == practice.Id).ToLookup(outcome => outcome.Day);
        var last = practice.DroppedAt is { } dropped && DateOnly.FromDateTime(dropped.DateTime) is var end && end < scope.Last ? end : scope.Last;
        var first = byDay.Select(day => day.Key).Append(practice.Day).Min();
        List<KnownDay> known = [];
        for (var day = first > scope.First ? first : scope.First; day <= last; day = day.AddDays(1))
        {
            var outcomes = byDay[day].ToList();
            var fact = PracticeDay.Of(practice, day, outcomes);
            if (fact.State is not (DayState.Unknown or DayState.Skipped))
            {
                known.Add(new(day, fact.Credit > 0, Math.Min(1, fact.Credit / Math.Max(1, practice.On(day).Rate)), [.. outcomes.SelectMany(outcome => outcome.Events)]));
            }
        }

        return known;
    }
}
