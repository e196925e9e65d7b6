using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>When the journal was in use: what silence means depends on it.</summary>
public sealed class JournalUse
{
    private readonly Dictionary<IsoWeek, Fact> weeks = [];
    private readonly Dictionary<string, Fact> files = new(StringComparer.Ordinal);
    private Fact? latest;

    private JournalUse()
    {
    }

    /// <summary>The use of a journal up to a day.</summary>
    public static JournalUse Of(JournalFacts facts, DateOnly last)
    {
        var use = new JournalUse();
        var sources = facts.Of<PracticeFact>().Where(practice => practice.Source is not null).ToDictionary(practice => practice.Id, practice => File(practice.Source!));
        foreach (var fact in facts.All.Where(fact => fact.Day <= last))
        {
            use.Add(IsoWeek.Of(fact.Day), fact);
            use.Add(IsoWeek.Of(End(fact, last)), fact);
            use.latest = Later(use.latest, fact, last);
            if (fact is OutcomeFact outcome && sources.TryGetValue(outcome.PracticeId, out var file))
            {
                use.files[file] = Later(use.files.GetValueOrDefault(file), fact, last);
            }
        }

        return use;
    }

    /// <summary>Every week in use, and no end: for weeks that are judged on their own.</summary>
    internal static SilentDays Always(PracticeFact practice, DateOnly to) => new(practice.SilenceMeans, Sooner(to.AddDays(1), practice), [], null, null);

    /// <summary>What the days without a record of a practice mean.</summary>
    internal SilentDays Of(PracticeFact practice, DateOnly last)
    {
        // What an imported file holds ends with the file, whatever is recorded here afterwards.
        var end = practice.Source is { } source ? files.GetValueOrDefault(File(source)) : latest;
        return new(practice.SilenceMeans, end is null ? DateOnly.MinValue : Sooner(End(end, last), practice), practice.Events, end, weeks);
    }

    private static DateOnly Sooner(DateOnly end, PracticeFact practice) => practice.SilenceUntil is { } last && last < end ? last.AddDays(1) : end;

    // Which record speaks for a week or for the end must not depend on the order they were read in.
    private void Add(IsoWeek week, Fact fact)
    {
        if (!weeks.TryGetValue(week, out var known) || Compare(fact, known) < 0)
        {
            weeks[week] = fact;
        }
    }

    private static Fact Later(Fact? one, Fact other, DateOnly last) =>
        one is null || End(other, last) > End(one, last) || (End(other, last) == End(one, last) && Compare(other, one) > 0) ? other : one;

    private static int Compare(Fact one, Fact other) => (one.OccurredAt, one.Id).CompareTo((other.OccurredAt, other.Id)) is not 0 and var order ? order : string.CompareOrdinal(one.Kind, other.Kind);

    private static DateOnly End(Fact fact, DateOnly last) => fact.LastDay <= last ? fact.LastDay : fact.Day;

    // "loop:15" is habit 15 of the file "loop".
    private static string File(string source) => source.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? source[..at] : source;
}

/// <summary>What the days without a record of one practice mean.</summary>
/// <param name="Means">As the person chose.</param>
/// <param name="End">From this day on they say nothing: it is the day of the last record, which may not have been over.</param>
/// <param name="Adopted">The events that say what was to be done.</param>
/// <param name="Latest">The last record; null where no end is set by one.</param>
/// <param name="Weeks">Those in which anything was recorded, with one such record; null where every week counts as such.</param>
internal readonly record struct SilentDays(Silence Means, DateOnly End, IReadOnlyList<Guid> Adopted, Fact? Latest, IReadOnlyDictionary<IsoWeek, Fact>? Weeks)
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

    /// <summary>The events from which it follows that silent days could have had a record: of the last one, and of one in each of their weeks.</summary>
    public IEnumerable<Guid> Witnesses(DateOnly first, DateOnly last)
    {
        var (latest, weeks) = (Latest, Means == Silence.InUse ? Weeks : null);
        return Adopted.Concat(latest?.Events ?? []).Concat(weeks is null ? [] : IsoWeek.Range(IsoWeek.Of(first), IsoWeek.Of(last)).SelectMany(week => weeks.TryGetValue(week, out var fact) ? fact.Events : []));
    }
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
