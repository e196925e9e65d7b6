using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>
/// Adherence of a practice per ISO week. A day is done, partial, missed, skipped or unknown; skipped days are taken out of what was due, and unknown
/// ones count neither way. A cadence longer than a week is judged over its own length, ending with the week. A limit is kept or not over the days it stands
/// for; where those are fewer than a week, the share of the known days on which it was kept counts.
/// </summary>
public static class WeeklyAdherence
{
    public static readonly WholeRule ObservedDays = new("observedDays", 4, 1, 7, "Observed days, 1 to 7, below which a week of a daily practice says nothing; less frequent cadences need their share.");
    public static readonly WholeRule SilentDays = new("silentDays", 10, 1, 366, "Days without any record that make a silence.");

    /// <summary>The weeks of one practice, from the one it was adopted in to the one that holds <paramref name="to"/>.</summary>
    /// <param name="practice">The practice.</param>
    /// <param name="outcomes">Its outcomes, by valid time.</param>
    /// <param name="to">The last day that counts.</param>
    /// <param name="rules">How many days a week must be known for.</param>
    /// <remarks>Cost: days times the cadence's length in weeks, plus outcomes.</remarks>
    public static IReadOnlyList<PracticeWeek> Of(PracticeFact practice, IEnumerable<OutcomeFact> outcomes, DateOnly to, IRules rules) =>
        [.. Judge(practice, outcomes, to, rules[ObservedDays], new Dictionary<IsoWeek, JudgedWeek>()).Values.Select(week => week.Week)];

    /// <summary>The same, taking over what was judged of the same before.</summary>
    internal static Dictionary<IsoWeek, JudgedWeek> Judge(
        PracticeFact practice, IEnumerable<OutcomeFact> outcomes, DateOnly to, int daysNeeded, IReadOnlyDictionary<IsoWeek, JudgedWeek> before)
    {
        var byDay = outcomes.Where(outcome => outcome.Day <= to).GroupBy(outcome => outcome.Day).ToDictionary(day => day.Key, day => day.ToList());
        var first = byDay.Keys.Append(practice.Day).Min();
        var last = practice.DroppedAt is { } dropped && DateOnly.FromDateTime(dropped.DateTime) is var end && end < to ? end : to;
        var judged = new Dictionary<IsoWeek, JudgedWeek>();
        if (first > last)
        {
            return judged;
        }

        foreach (var week in IsoWeek.Range(IsoWeek.Of(first), IsoWeek.Of(last)))
        {
            var until = week.Sunday < last ? week.Sunday : last;
            var since = week.Sunday.AddDays(1 - Math.Max(7, practice.On(until).Days)) is var day && day > first ? day : first;
            var recorded = Recorded(byDay, since.AddDays(-Before(practice.On(until))), until);
            judged[week] = before.TryGetValue(week, out var same) && same.IsOf(since, until, recorded)
                ? same : new(since, until, recorded, Judge(week, practice, byDay, since, until, daysNeeded));
        }

        return judged;
    }

    // A limit of some days looks back over a Monday.
    private static int Before(Cadence cadence) => Limit.Of(cadence) is { Days: > 1 and < 7 } limit ? limit.Days - 1 : 0;

    private static List<OutcomeFact> Recorded(Dictionary<DateOnly, List<OutcomeFact>> byDay, DateOnly since, DateOnly until)
    {
        List<OutcomeFact> recorded = [];
        for (var day = since; day <= until; day = day.AddDays(1))
        {
            if (byDay.TryGetValue(day, out var outcomes))
            {
                recorded.AddRange(outcomes);
            }
        }

        return recorded;
    }

    private static PracticeWeek Judge(
        IsoWeek week, PracticeFact practice, Dictionary<DateOnly, List<OutcomeFact>> byDay, DateOnly since, DateOnly until, int daysNeeded)
    {
        var cadence = practice.On(until);
        var silence = practice.SilenceOn(since > week.Monday ? since : week.Monday);
        var window = Days(since, until)
            .Select(day => (Day: day, Outcomes: Of(day), Fact: PracticeDay.Of(practice, day, Of)))
            .ToList();
        var tally = new WeekTally(window.Where(day => day.Day >= week.Monday).Select(day => day.Fact.State));
        var seen = window.Where(day => day.Fact.State is not (DayState.Unknown or DayState.Skipped)).ToList();
        var observed = seen.Count(day => day.Day >= week.Monday);
        var due = Due(silence, cadence, seen.Count, window.Count(day => day.Fact.State == DayState.Skipped || practice.IsGivenUpOn(day.Day)));
        var needed = Needed(silence, cadence, daysNeeded);
        return new(
            week,
            observed >= needed && due > 0 ? Done(seen.Sum(day => day.Fact.Credit)) : null,
            tally.Done,
            tally.Partial,
            silence == Silence.Missed && cadence.Rate < 1 && Limit.Of(cadence) is null ? Shortfall(tally, due) : tally.Missed,
            tally.Skipped,
            tally.Unknown,
            observed,
            needed,
            due,
            [.. window.SelectMany(day => day.Outcomes).SelectMany(outcome => outcome.Events)]);

        IReadOnlyList<OutcomeFact> Of(DateOnly day) => byDay.GetValueOrDefault(day, []);

        double Done(double credit) => Limit.Of(cadence) switch
        {
            { Days: >= 7 } limit => limit.Sum(until, Of) <= limit.Most ? 1 : 0,
            { Days: > 1 } => credit / seen.Count,
            _ => Math.Min(1, credit / due),
        };
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    // Where a day without a record is a miss, all days are known and the cadence's share of them was due. Elsewhere a record stands for an
    // occasion: no more can be due than were recorded, nor more than the cadence asks of the days that were not excused.
    private static double Due(Silence silence, Cadence cadence, int seen, int skipped) =>
        silence == Silence.Missed || cadence.Rate >= 1
            ? cadence.Rate * seen
            : Math.Min(seen, cadence.Rate * (Math.Max(7, cadence.Days) - skipped));

    private static int Needed(Silence silence, Cadence cadence, int days) =>
        silence == Silence.Missed ? days : Math.Max(1, (int)Math.Ceiling(days * Math.Min(1, cadence.Rate)));

    // Of three times a week, four days without it are no misses.
    private static int Shortfall(WeekTally tally, double due) => (int)Math.Ceiling(Math.Max(0, due - tally.Done - tally.Partial));
}
