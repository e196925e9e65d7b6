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
        [.. Judge(practice, [.. outcomes], to, rules[ObservedDays], JournalUse.Always(practice, to), before: null).Weeks.Select(week => week.Week)];

    /// <summary>The same, taking over what was judged of the same before.</summary>
    internal static JudgedWeeks Judge(PracticeFact practice, OutcomeFact[] outcomes, DateOnly to, int observed, SilentDays silence, JudgedWeeks? before)
    {
        var first = practice.Day;
        foreach (var outcome in outcomes)
        {
            first = outcome.Day < first ? outcome.Day : first;
        }

        var last = practice.DroppedAt is { } dropped && DateOnly.FromDateTime(dropped.DateTime) is var end && end < to ? end : to;
        if (first > last)
        {
            return new(practice, observed, outcomes, []);
        }

        var same = ReferenceEquals(before?.Practice, practice) && before.Observed == observed ? before : null;
        var (from, until) = same?.Differs(outcomes) ?? (DateOnly.MinValue, DateOnly.MaxValue);
        var reach = Reach(practice);
        List<(IsoWeek Week, DateOnly First, DateOnly Last, JudgedWeek? Known)> spans = new(((last.DayNumber - first.DayNumber) / 7) + 2);
        for (var week = IsoWeek.Of(first); week.Monday <= last; week = week.Next)
        {
            var span = Span(practice, week, first, last);
            var isTouched = span.Last >= from && span.First.AddDays(-reach) <= until;
            spans.Add((week, span.First, span.Last, !isTouched && same?[week] is { } known && known.IsOf(span.First, span.Last, silence) ? known : null));
        }

        var recorded = new OutcomesByDay(outcomes, spans.Where(span => span.Known is null).Select(span => span.First).DefaultIfEmpty(to).Min().AddDays(-reach), to);
        return new(practice, observed, outcomes, spans.ConvertAll(span => span.Known ?? new JudgedSpan(practice, recorded, span.First, span.Last, silence, observed).Judge(span.Week)));
    }

    private static (DateOnly First, DateOnly Last) Span(PracticeFact practice, IsoWeek week, DateOnly first, DateOnly last)
    {
        var until = week.Sunday < last ? week.Sunday : last;
        return (week.Sunday.AddDays(1 - Math.Max(7, practice.On(until).Days)) is var day && day > first ? day : first, until);
    }

    // By how many days what is recorded before the days of a week can count in it: a limit of some days looks back over them.
    private static int Reach(PracticeFact practice) => practice.Cadences.Max(cadence => Limit.Of(cadence)?.Days ?? 1) - 1;
}

/// <summary>The outcomes of a practice by their days, from one day to another.</summary>
internal sealed class OutcomesByDay(OutcomeFact[] outcomes, DateOnly since, DateOnly to)
{
    private readonly Dictionary<DateOnly, List<OutcomeFact>> days =
        outcomes.Where(outcome => outcome.Day >= since && outcome.Day <= to).GroupBy(outcome => outcome.Day).ToDictionary(day => day.Key, day => day.ToList());

    public IReadOnlyList<OutcomeFact> On(DateOnly day) => days.TryGetValue(day, out var known) ? known : [];
}

/// <summary>The days that one week of a practice is judged by.</summary>
internal sealed class JudgedSpan
{
    private const double Rounding = 1e-9;

    private readonly PracticeFact practice;
    private readonly Cadence cadence;
    private readonly Limit? limit;
    private readonly OutcomesByDay recorded;
    private readonly SilentDays silence;
    private readonly int daysNeeded;
    private readonly List<(DateOnly Day, IReadOnlyList<OutcomeFact> Outcomes, PracticeDay Fact)> days = [];

    public JudgedSpan(PracticeFact practice, OutcomesByDay recorded, DateOnly since, DateOnly until, SilentDays silence, int daysNeeded)
    {
        (this.practice, this.recorded, this.silence, this.daysNeeded) = (practice, recorded, silence, daysNeeded);
        cadence = practice.On(until);
        limit = Limit.Of(cadence);
        for (var day = since; day <= until; day = day.AddDays(1))
        {
            days.Add((day, recorded.On(day), PracticeDay.Of(practice, day, recorded.On, silence)));
        }
    }

    // Where days without a record are known, each day is seen; elsewhere a record stands for an occasion.
    private bool EveryDayIsSeen => silence.Means != Silence.Unknown;

    public JudgedWeek Judge(IsoWeek week)
    {
        var (first, last) = (days[0].Day, days[^1].Day);
        var missed = days.Exists(day => IsSilent(day.Day, day.Outcomes) && silence.Missed(day.Day));
        var said = days.Exists(day => day.Outcomes.Count == 0) ? SilenceOfAWeek.Of(silence, first, last, missed) : null;
        return new(first, last, days.Exists(day => IsSilent(day.Day, day.Outcomes)), said, Week(week, missed));
    }

    private PracticeWeek Week(IsoWeek week, bool missed)
    {
        var tally = new WeekTally(days.Where(day => day.Day >= week.Monday).Select(day => day.Fact.State));
        var given = Read(week, fact => fact, EveryDayIsSeen);
        var outcomes = days.SelectMany(day => day.Outcomes).SelectMany(outcome => outcome.Events);
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
            [.. missed ? outcomes.Concat(silence.Witnesses(days[0].Day, days[^1].Day)).Distinct() : outcomes]);
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
        { Days: >= 7 } whole => whole.Sum(days[^1].Day, recorded.On) <= whole.Most ? 1 : 0,
        { Days: > 1 } => credit / seen,
        _ => Math.Min(1, credit / due),
    };

    private int Needed(bool everyDay) => everyDay ? daysNeeded : Math.Max(1, (int)Math.Ceiling(daysNeeded * Math.Min(1, cadence.Rate)));

    // Of three times a week, four days without it are no misses.
    private static int Shortfall(WeekTally tally, double due) => (int)Math.Ceiling(Math.Max(0, due - tally.Done - tally.Partial - Rounding));
}
