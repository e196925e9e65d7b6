using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>When the journal was in use: what silence means depends on it.</summary>
public sealed class JournalUse
{
    private readonly DateOnly? lastRecord;
    private readonly HashSet<IsoWeek> weeks = [];
    private readonly Dictionary<string, DateOnly> ends = new(StringComparer.Ordinal);

    private JournalUse(DateOnly? lastRecord) => this.lastRecord = lastRecord;

    /// <summary>The use of a journal up to a day.</summary>
    public static JournalUse Of(JournalFacts facts, DateOnly last)
    {
        var use = new JournalUse(facts.LastDay(last));
        var sources = facts.Of<PracticeFact>().Where(practice => practice.Source is not null).ToDictionary(practice => practice.Id, practice => File(practice.Source!));
        foreach (var fact in facts.All)
        {
            if (fact.Day > last)
            {
                continue;
            }

            var (day, later) = (fact.Day, fact.LastDay > last ? last : fact.LastDay);
            use.weeks.Add(IsoWeek.Of(day));
            use.weeks.Add(IsoWeek.Of(later));
            if (fact is OutcomeFact outcome && sources.TryGetValue(outcome.PracticeId, out var file) && (!use.ends.TryGetValue(file, out var end) || end < day))
            {
                use.ends[file] = day;
            }
        }

        return use;
    }

    /// <summary>Every week in use, and no end: for weeks that are judged on their own.</summary>
    internal static SilentDays Always(PracticeFact practice, DateOnly to) => new(practice.SilenceMeans, to.AddDays(1), null);

    /// <summary>What the days without a record of a practice mean.</summary>
    internal SilentDays Of(PracticeFact practice)
    {
        // What an imported file holds ends with the file, whatever is recorded here afterwards.
        var end = practice.Source is { } source ? ends.TryGetValue(File(source), out var last) ? last : DateOnly.MinValue : lastRecord ?? DateOnly.MinValue;
        return new(practice.SilenceMeans, end, weeks);
    }

    // "loop:15" is habit 15 of the file "loop".
    private static string File(string source) => source.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? source[..at] : source;
}

/// <summary>What the days without a record of one practice mean.</summary>
/// <param name="Means">As the person chose.</param>
/// <param name="End">From this day on they say nothing: it is the day of the last record, which may not have been over.</param>
/// <param name="Weeks">Those in which anything was recorded; null where every week counts as such.</param>
internal readonly record struct SilentDays(Silence Means, DateOnly End, IReadOnlySet<IsoWeek>? Weeks)
{
    /// <summary>Whether a day without a record lies where records could be.</summary>
    public bool Open(DateOnly day) => day < End;

    /// <summary>Whether a day without a record was missed.</summary>
    public bool Missed(DateOnly day) => Open(day) && Means switch
    {
        Silence.Missed => true,
        Silence.InUse => Weeks is null || Weeks.Contains(IsoWeek.Of(day)),
        _ => false,
    };
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
