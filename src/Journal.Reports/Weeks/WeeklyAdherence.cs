using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>
/// Adherence of a practice per ISO week. A day is done, partial, missed, skipped or unknown; what was skipped is taken out of what was due, and unknown
/// days count neither way. A day without a record is what the practice says of it (<see cref="Silence"/>), and never missed from the last record of anything on;
/// beside each figure stands what it would be if all such days were left out, missed, or done. A cadence longer than a week is judged over its own length, ending with the week.
/// A limit is kept or not over the days it stands for; where those are fewer than a week, the share of the known days on which it was kept counts.
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
        [.. Judge(practice, outcomes, to, rules[ObservedDays], JournalUse.Always(practice, to), new Dictionary<IsoWeek, JudgedWeek>()).Values.Select(week => week.Week)];

    /// <summary>The same, taking over what was judged of the same before.</summary>
    internal static Dictionary<IsoWeek, JudgedWeek> Judge(
        PracticeFact practice, IEnumerable<OutcomeFact> outcomes, DateOnly to, int daysNeeded, SilentDays silence, IReadOnlyDictionary<IsoWeek, JudgedWeek> before)
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
            var silent = Signature(silence, since, until);
            judged[week] = before.TryGetValue(week, out var same) && same.IsOf(since, until, silent, recorded)
                ? same : new(since, until, silent, recorded, new JudgedSpan(practice, byDay, since, until, silence, daysNeeded).Judge(week));
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

    private static int Signature(in SilentDays silence, DateOnly since, DateOnly until)
    {
        var hash = default(HashCode);
        for (var day = since; day <= until; day = day.AddDays(1))
        {
            hash.Add((silence.Open(day), silence.Missed(day)));
        }

        foreach (var witness in silence.Witnesses(since, until))
        {
            hash.Add(witness);
        }

        return hash.ToHashCode();
    }
}

/// <summary>The days that one week of a practice is judged by.</summary>
internal sealed class JudgedSpan
{
    private const double Rounding = 1e-9;

    private readonly PracticeFact practice;
    private readonly Cadence cadence;
    private readonly Limit? limit;
    private readonly Dictionary<DateOnly, List<OutcomeFact>> byDay;
    private readonly SilentDays silence;
    private readonly int daysNeeded;
    private readonly List<(DateOnly Day, IReadOnlyList<OutcomeFact> Outcomes, PracticeDay Fact)> days = [];

    public JudgedSpan(PracticeFact practice, Dictionary<DateOnly, List<OutcomeFact>> byDay, DateOnly since, DateOnly until, SilentDays silence, int daysNeeded)
    {
        (this.practice, this.byDay, this.silence, this.daysNeeded) = (practice, byDay, silence, daysNeeded);
        cadence = practice.On(until);
        limit = Limit.Of(cadence);
        for (var day = since; day <= until; day = day.AddDays(1))
        {
            days.Add((day, Recorded(day), PracticeDay.Of(practice, day, Recorded, silence)));
        }
    }

    private IReadOnlyList<OutcomeFact> Recorded(DateOnly day) => byDay.TryGetValue(day, out var known) ? known : [];

    // Where days without a record are known, each day is seen; elsewhere a record stands for an occasion.
    private bool EveryDayIsSeen => silence.Means != Silence.Unknown;

    public PracticeWeek Judge(IsoWeek week)
    {
        var tally = new WeekTally(days.Where(day => day.Day >= week.Monday).Select(day => day.Fact.State));
        var given = Read(week, fact => fact, EveryDayIsSeen);
        var outcomes = days.SelectMany(day => day.Outcomes).SelectMany(outcome => outcome.Events);
        Guid[] use = days.Exists(day => IsSilent(day.Day, day.Outcomes)) ? [.. silence.Witnesses(days[0].Day, days[^1].Day).Distinct()] : [];
        return new(
            week,
            given.Adherence,
            tally.Done,
            tally.Partial,
            EveryDayIsSeen && cadence.Rate < 1 && limit is null ? Shortfall(tally, given.Due) : tally.Missed,
            tally.Skipped,
            tally.Unknown,
            given.Observed,
            Needed(EveryDayIsSeen),
            given.Due,
            days.Count(day => day.Day >= week.Monday && IsSilent(day.Day, day.Outcomes)),
            Bounds(week, given.Adherence),
            use,
            [.. days.Exists(day => day.Outcomes.Count == 0 && silence.Missed(day.Day)) ? outcomes.Concat(use).Distinct() : outcomes]);
    }

    private bool IsSilent(DateOnly day, IReadOnlyList<OutcomeFact> outcomes) => outcomes.Count == 0 && silence.Open(day) && !practice.IsGivenUpOn(day);

    private SilenceBounds Bounds(IsoWeek week, double? given)
    {
        if (!days.Exists(day => IsSilent(day.Day, day.Outcomes)))
        {
            return new(given, given, given);
        }

        return new(
            Read(week, _ => new(DayState.Unknown, 0), everyDay: false).Adherence,
            Read(week, _ => new(DayState.Missed, 0), everyDay: true).Adherence,
            Read(week, _ => new(DayState.Done, 0), everyDay: true, filled: true).Adherence);
    }

    private (double? Adherence, double Due, int Observed) Read(IsoWeek week, Func<PracticeDay, PracticeDay> silent, bool everyDay, bool filled = false)
    {
        var (credit, seen, observed, skipped, givenUp) = (0.0, 0, 0, 0, 0);
        foreach (var (day, outcomes, fact) in days)
        {
            var isSilent = IsSilent(day, outcomes);
            var read = isSilent ? silent(fact) : fact;
            if (practice.IsGivenUpOn(day))
            {
                givenUp++;
            }
            else if (read.State == DayState.Skipped)
            {
                skipped++;
            }
            else if (read.State != DayState.Unknown)
            {
                seen++;
                credit += isSilent && filled ? PracticeDay.Most(practice, day) : read.Credit;
                observed += day >= week.Monday ? 1 : 0;
            }
        }

        var due = Due(seen, skipped, givenUp, everyDay);
        // A whole week that has been done enough already is known before it is over.
        var enough = silence.Means == Silence.InUse && cadence.Rate < 1 && days[0].Day <= week.Monday && credit >= (cadence.Rate * Math.Max(7, cadence.Days)) - Rounding;
        return due > 0 && (observed >= Needed(everyDay) || enough) ? (Kept(credit, seen, due), due, observed) : (null, due, observed);
    }

    // Of days that are all known the cadence's share was due, less what was excused: of three times a week, one that was skipped leaves two. Elsewhere no more can
    // be due than were recorded, nor more than the cadence asks of the days that were not excused.
    private double Due(int seen, int skipped, int givenUp, bool everyDay) =>
        cadence.Rate >= 1 ? cadence.Rate * seen
        : everyDay ? Math.Max(0, (cadence.Rate * (seen + skipped)) - skipped)
        : Math.Min(seen, cadence.Rate * (Math.Max(7, cadence.Days) - skipped - givenUp));

    private double Kept(double credit, int seen, double due) => limit switch
    {
        { Days: >= 7 } whole => whole.Sum(days[^1].Day, Recorded) <= whole.Most ? 1 : 0,
        { Days: > 1 } => credit / seen,
        _ => Math.Min(1, credit / due),
    };

    private int Needed(bool everyDay) => everyDay ? daysNeeded : Math.Max(1, (int)Math.Ceiling(daysNeeded * Math.Min(1, cadence.Rate)));

    // Of three times a week, four days without it are no misses.
    private static int Shortfall(WeekTally tally, double due) => (int)Math.Ceiling(Math.Max(0, due - tally.Done - tally.Partial - Rounding));
}
