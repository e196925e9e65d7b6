using System.Runtime.InteropServices;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>When the journal was in use: what silence means depends on it.</summary>
public sealed class JournalUse
{
    private readonly Dictionary<IsoWeek, Fact> weeks = [];
    private readonly Dictionary<string, RecordEnds> files = new(StringComparer.Ordinal);
    private readonly RecordEnds all = new();

    private JournalUse()
    {
    }

    /// <summary>The use of a journal up to a day.</summary>
    public static JournalUse Of(JournalFacts facts, DateOnly last)
    {
        var use = new JournalUse();
        var sources = facts.Of<PracticeFact>().Where(practice => practice.Source is not null).ToDictionary(practice => practice.Id, practice => File(practice.Source!));
        Fact? before = null;
        foreach (var fact in facts.All)
        {
            if (fact.Day is var day && day > last)
            {
                continue;
            }

            // What is recorded as it is lived comes day by day: the first of a day speaks for it.
            var end = End(fact, last);
            if (end != day || day != before?.Day || RecordEnds.Compare(fact, before) < 0)
            {
                use.Add(IsoWeek.Of(day), fact);
                use.Add(IsoWeek.Of(end), fact);
                use.all.Add(end, fact);
                before = end == day ? fact : null;
            }

            if (sources.Count > 0 && fact is OutcomeFact outcome && sources.TryGetValue(outcome.PracticeId, out var file))
            {
                (use.files.TryGetValue(file, out var known) ? known : use.files[file] = new()).Add(end, fact);
            }
        }

        return use;
    }

    /// <summary>Every week in use, and no end: for weeks that are judged on their own.</summary>
    internal static SilentDays Always(PracticeFact practice, DateOnly to) => new(practice.SilenceMeans, Sooner(to.AddDays(1), practice), [], null, null);

    /// <summary>What the days without a record of a practice mean.</summary>
    internal SilentDays Of(PracticeFact practice)
    {
        // What an imported file holds ends with the file, whatever is recorded here afterwards.
        var ends = practice.Source is { } source ? files.GetValueOrDefault(File(source)) : all;
        return new(practice.SilenceMeans, Sooner(ends?.Last ?? DateOnly.MinValue, practice), practice.Events, ends, weeks);
    }

    private static DateOnly Sooner(DateOnly end, PracticeFact practice) => practice.SilenceUntil is { } last && last < end ? last.AddDays(1) : end;

    private void Add(IsoWeek week, Fact fact)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(weeks, week, out var exists);
        if (!exists || RecordEnds.Compare(fact, known!) < 0)
        {
            known = fact;
        }
    }

    private static DateOnly End(Fact fact, DateOnly last) => fact.LastDay <= last ? fact.LastDay : fact.Day;

    // "loop:15" is habit 15 of the file "loop".
    private static string File(string source) => source.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? source[..at] : source;
}

/// <summary>What the days without a record of one practice mean.</summary>
/// <param name="Means">As the person chose.</param>
/// <param name="End">From this day on they say nothing: it is the day of the last record, which may not have been over.</param>
/// <param name="Adopted">The events that say what was to be done.</param>
/// <param name="Ends">The records that set the end; null where none does.</param>
/// <param name="Weeks">Those in which anything was recorded, with one such record; null where every week counts as such.</param>
internal readonly record struct SilentDays(Silence Means, DateOnly End, IReadOnlyList<Guid> Adopted, RecordEnds? Ends, IReadOnlyDictionary<IsoWeek, Fact>? Weeks)
{
    /// <summary>Whether a day without a record lies where records could be.</summary>
    public bool Open(DateOnly day) => day < End;

    /// <summary>Whether a day without a record was missed.</summary>
    public bool Missed(DateOnly day) => Open(day) && Means switch
    {
        Silence.Missed => true,
        Silence.InUse => Weeks is null || Weeks.ContainsKey(IsoWeek.Of(day)),
        _ => false,
    };

    /// <summary>The same for one day on its own: of three times a week, no single day without a record is a miss; only its source can say so of a day.</summary>
    public SilentDays OfADay(PracticeFact practice, DateOnly day) => Means == Silence.InUse && practice.On(day).Rate < 1 ? this with { Means = Silence.Unknown } : this;

    /// <summary>The record that shows that silent days were over: the first behind the last of them, so that what is recorded later changes nothing of it.</summary>
    public Fact? Over(DateOnly last) => Ends?.From(last < End ? last.AddDays(1) : End);

    /// <summary>The events from which it follows that silent days could have had a record: of one behind them, and of one in each of their weeks.</summary>
    public IEnumerable<Guid> Witnesses(DateOnly first, DateOnly last)
    {
        var weeks = Means == Silence.InUse ? Weeks : null;
        return Adopted.Concat(Over(last)?.Events ?? []).Concat(weeks is null ? [] : IsoWeek.Range(IsoWeek.Of(first), IsoWeek.Of(last)).SelectMany(week => weeks.TryGetValue(week, out var fact) ? fact.Events : []));
    }
}

/// <summary>Records by the last day that they speak of.</summary>
internal sealed class RecordEnds
{
    private readonly Dictionary<DateOnly, Fact> records = [];
    private DateOnly[]? days;

    /// <summary>The last of those days.</summary>
    public DateOnly Last { get; private set; }

    public void Add(DateOnly day, Fact fact)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(records, day, out var exists);
        if (!exists || Compare(fact, known!) < 0)
        {
            known = fact;
        }

        (Last, days) = (day > Last ? day : Last, null);
    }

    /// <summary>The first that speaks of a day or of a later one; null where there is none.</summary>
    public Fact? From(DateOnly day)
    {
        days ??= [.. records.Keys.Order()];
        var at = Array.BinarySearch(days, day);
        at = at < 0 ? ~at : at;
        return at < days.Length ? records[days[at]] : null;
    }

    /// <summary>Which record speaks for a week or for a day must not depend on the order they were read in.</summary>
    public static int Compare(Fact one, Fact other) =>
        one.OccurredAt.CompareTo(other.OccurredAt) is not 0 and var later ? later : one.Id.CompareTo(other.Id) is not 0 and var order ? order : string.CompareOrdinal(one.Kind, other.Kind);
}

/// <summary>The use of the journal that a view looks at.</summary>
internal static class UseOfAView
{
    extension(ReportView view)
    {
        /// <summary>When the journal was in use.</summary>
        public JournalUse Use => view.Part(seen => JournalUse.Of(seen.Facts, seen.Last));
    }
}
