using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>The weeks of a practice that were judged last, with what they were judged by: those of the same need not be judged again.</summary>
/// <param name="Outcomes">All of the practice, in their order.</param>
/// <param name="Weeks">Consecutive, oldest first.</param>
internal sealed record JudgedWeeks(PracticeFact Practice, int Observed, OutcomeFact[] Outcomes, IReadOnlyList<JudgedWeek> Weeks)
{
    /// <summary>The week as it was judged; null where it was not.</summary>
    public JudgedWeek? this[IsoWeek week] =>
        Weeks.Count > 0 && (week.Monday.DayNumber - Weeks[0].Week.Week.Monday.DayNumber) / 7 is var i and >= 0 && i < Weeks.Count ? Weeks[i] : null;

    /// <summary>The first and the last day of outcomes that only one of two lists has, the last being before the first where there are none.</summary>
    /// <remarks>A history grows at its end; what was written down late, or changed, lies between what stayed the same before and behind it.</remarks>
    public (DateOnly First, DateOnly Last) Differs(OutcomeFact[] others)
    {
        var (start, end, last) = (0, Outcomes.Length, others.Length);
        while (start < end && start < last && ReferenceEquals(Outcomes[start], others[start]))
        {
            start++;
        }

        while (start < end && start < last && ReferenceEquals(Outcomes[end - 1], others[last - 1]))
        {
            (end, last) = (end - 1, last - 1);
        }

        var (from, to) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var outcome in Outcomes.AsSpan(start..end))
        {
            (from, to) = (outcome.Day < from ? outcome.Day : from, outcome.Day > to ? outcome.Day : to);
        }

        foreach (var outcome in others.AsSpan(start..last))
        {
            (from, to) = (outcome.Day < from ? outcome.Day : from, outcome.Day > to ? outcome.Day : to);
        }

        return (from, to);
    }
}

/// <summary>A week and what it was judged by, besides the practice, its outcomes and the rules.</summary>
/// <param name="First">The first day that counted.</param>
/// <param name="Last">The last day that counted.</param>
/// <param name="Silent">Whether a day of them had no record and could have had one.</param>
/// <param name="Said">What its days without a record were read by; null where each of its days has one.</param>
internal sealed record JudgedWeek(DateOnly First, DateOnly Last, bool Silent, SilenceOfAWeek? Said, PracticeWeek Week)
{
    /// <summary>Whether it would be judged alike over these days, where silence says this.</summary>
    public bool IsOf(DateOnly first, DateOnly last, in SilentDays silence) => First == first && Last == last && Said?.IsOf(silence, first, last) != false;
}

/// <summary>What silence says of the days of a week.</summary>
/// <param name="End">From this day on, or from the day behind the week, it says nothing.</param>
/// <param name="Over">The record that shows that its days were over; null where none was missed without a record.</param>
/// <param name="Weeks">A record of each week that its days lie in; null where none is asked for.</param>
internal sealed record SilenceOfAWeek(DateOnly End, Fact? Over, Fact?[]? Weeks)
{
    /// <param name="silence">What the days without a record mean.</param>
    /// <param name="first">The first day that counts.</param>
    /// <param name="last">The last day that counts.</param>
    /// <param name="missed">Whether any of them was missed without a record.</param>
    public static SilenceOfAWeek Of(in SilentDays silence, DateOnly first, DateOnly last, bool missed)
    {
        var weeks = silence.Means == Silence.InUse ? silence.Weeks : null;
        return new(
            EndOf(silence, last),
            missed ? silence.Over(last) : null,
            weeks is null ? null : [.. IsoWeek.Range(IsoWeek.Of(first), IsoWeek.Of(last)).Select(week => weeks.GetValueOrDefault(week))]);
    }

    public bool IsOf(in SilentDays silence, DateOnly first, DateOnly last)
    {
        if (End != EndOf(silence, last) || (Over is not null && !ReferenceEquals(Over, silence.Over(last))))
        {
            return false;
        }

        if (Weeks is null || silence.Weeks is not { } weeks)
        {
            return true;
        }

        var week = IsoWeek.Of(first);
        foreach (var known in Weeks)
        {
            if (!ReferenceEquals(known, weeks.GetValueOrDefault(week)))
            {
                return false;
            }

            week = week.Next;
        }

        return true;
    }

    private static DateOnly EndOf(in SilentDays silence, DateOnly last) => silence.End <= last ? silence.End : last.AddDays(1);
}
