using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Execution;

/// <summary>A day of a practice that is known and was not excused.</summary>
/// <param name="Credit">How much of what was meant was done, 0 to 1.</param>
internal sealed record KnownDay(DateOnly Day, bool Done, double Credit, IReadOnlyList<Guid> Events)
{
    /// <summary>The known days of each practice in the window, oldest first. Skipped and unknown days are not among them.</summary>
    public static IReadOnlyList<PracticeDays> Of(Scope scope) => scope.Part<IReadOnlyList<PracticeDays>>(_ =>
    {
        var outcomes = scope.Outcomes.ToLookup(outcome => outcome.PracticeId);
        return [.. scope.Practices.Select(practice => new PracticeDays(practice.Practice, Of(practice.Practice, outcomes[practice.Practice.Id], scope)))];
    });

    private static List<KnownDay> Of(PracticeFact practice, IEnumerable<OutcomeFact> recorded, Scope scope)
    {
        var byDay = recorded.ToLookup(outcome => outcome.Day);
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

/// <summary>The known days of a practice, oldest first.</summary>
internal sealed record PracticeDays(PracticeFact Practice, IReadOnlyList<KnownDay> Days);
