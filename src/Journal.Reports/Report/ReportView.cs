using Journal.Facts;

namespace Journal.Reports;

/// <summary>What one report looks at while it is worked out: one person's facts as they were true at the moment asked for, and the window it speaks of.</summary>
/// <remarks>It remembers which rules were read of it, and what several sections are worked out from. For one thread.</remarks>
public sealed class ReportView : IRules
{
    /// <summary>Days without a record after which nothing is said of now.</summary>
    public const int PastDays = 14;

    private DateOnly? lastRecord;
    private readonly Dictionary<Type, object> parts = [];
    private readonly SortedDictionary<string, double> read = new(StringComparer.Ordinal);

    /// <summary>A view on a person's facts.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="request">Over which days, seen from when, by which rules.</param>
    /// <param name="facts">Everything known of them.</param>
    public ReportView(Guid person, ReportRequest request, JournalFacts facts)
    {
        (Person, Request) = (person, request);
        Facts = request.Seen(facts);
    }

    public Guid Person { get; }

    public ReportRequest Request { get; }

    /// <summary>Whether the one who asked no longer waits.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>The facts, as of the moment asked for.</summary>
    public JournalFacts Facts { get; }

    /// <summary>The first day of the window: as asked, else the day of the first fact, else the last day.</summary>
    public DateOnly First => Request.From ?? (Facts.FirstDay is { } day && day < Last ? day : Last);

    /// <summary>The last day of the window.</summary>
    public DateOnly Last => Request.Last;

    /// <summary>The day of the last record of anything by the end of the window; null where there is none.</summary>
    public DateOnly? LastRecord => lastRecord ??= Facts.LastDayBy(Last);

    /// <summary>Whether so long has passed since the last record that what the records show is said of then, and not of now.</summary>
    public bool Past => LastRecord is { } day && Last.DayNumber - day.DayNumber > PastDays;

    /// <summary>The rules that were read so far, with their values.</summary>
    public IReadOnlyDictionary<string, double> Read => read;

    public double this[Rule rule]
    {
        get
        {
            GoOn();
            return read[rule.Name] = Request.Rules[rule];
        }
    }

    public int this[WholeRule rule] => (int)this[(Rule)rule];

    /// <summary>Facts of one sort, whatever day they began on, by valid time.</summary>
    public IEnumerable<T> All<T>()
        where T : Fact
    {
        GoOn();
        return Facts.Of<T>();
    }

    /// <summary>Facts of one sort that occurred within the window, by valid time.</summary>
    public IEnumerable<T> Within<T>()
        where T : Fact => All<T>().Where(fact => fact.Day >= First && fact.Day <= Last);

    /// <summary>Goes on, unless the one who asked no longer waits.</summary>
    public void GoOn() => Cancel.ThrowIfCancellationRequested();

    /// <summary>Whether a moment lies within the window.</summary>
    public bool Covers(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime) is var day && day >= First && day <= Last;

    /// <summary>Whether what is linked to an aim is asked for.</summary>
    public bool Serves(Guid? aim) => Request.Aim is null || Request.Aim == aim;

    /// <summary>What several sections are worked out from: made once, one of a type.</summary>
    internal T Part<T>(Func<ReportView, T> make)
        where T : class
    {
        if (!parts.TryGetValue(typeof(T), out var part))
        {
            parts[typeof(T)] = part = make(this);
        }

        return (T)part;
    }
}
