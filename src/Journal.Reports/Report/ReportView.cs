using System.Collections.Concurrent;
using Journal.Facts;
using Journal.Reports.Rules;
using Journal.Reports.Weeks;

namespace Journal.Reports;

/// <summary>What a report looks at: one person's facts as they were true at the moment asked for, and the window it speaks of.</summary>
/// <remarks>What several parts of a report need is worked out once. Safe for many readers.</remarks>
public sealed class ReportView
{
    // An answer over ten years of daily records names a hundred thousand events: some megabytes.
    private const int KeptAnswers = 3;
    private readonly ConcurrentDictionary<Type, object> parts = [];
    private readonly List<(ReportKind Kind, Report Answer)> answers = [];

    /// <summary>A view on a person's facts.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="request">Over which days, seen from when, by which rules.</param>
    /// <param name="facts">Everything known of them.</param>
    public ReportView(Guid person, ReportRequest request, JournalFacts facts)
    {
        (Person, Request) = (person, request);
        Facts = request.AsOf is { } moment ? facts.AsOf(moment) : facts;
    }

    public Guid Person { get; }

    public ReportRequest Request { get; }

    public RuleSet Rules => Request.Rules;

    /// <summary>The facts, as of the moment asked for.</summary>
    public JournalFacts Facts { get; }

    /// <summary>The first day of the window: as asked, else the day of the first fact, else the last day.</summary>
    public DateOnly First => Request.From ?? (Facts.FirstDay is { } day && day < Last ? day : Last);

    /// <summary>The last day of the window.</summary>
    public DateOnly Last => Request.Last;

    /// <summary>The ISO weeks of the window.</summary>
    public IEnumerable<IsoWeek> Weeks => IsoWeek.Range(IsoWeek.Of(First), IsoWeek.Of(Last));

    /// <summary>Every practice that the request covers, with its weeks.</summary>
    internal IReadOnlyList<PracticeWeeks> Practices => Part<IReadOnlyList<PracticeWeeks>>(view => [.. PracticeWeeks.Of(view.Facts, view.Request)]);

    /// <summary>What several sections or reports are worked out from: made once for this view, one of a type.</summary>
    /// <param name="make">Pure.</param>
    internal T Part<T>(Func<ReportView, T> make)
        where T : class => ((Lazy<T>)parts.GetOrAdd(typeof(T), static (_, part) => new Lazy<T>(() => part.make(part.view)), (make, view: this))).Value;

    /// <summary>A report on this view: the last few are kept as they were answered.</summary>
    /// <param name="kind">Which.</param>
    internal Report Report(ReportKind kind)
    {
        lock (answers)
        {
            if (answers.Find(known => known.Kind == kind) is { Answer: not null } found)
            {
                answers.Remove(found);
                answers.Add(found);
                return found.Answer;
            }
        }

        var answer = kind.WorkOut(this);
        lock (answers)
        {
            answers.Add((kind, answer));
            answers.RemoveRange(0, Math.Max(0, answers.Count - KeptAnswers));
        }

        return answer;
    }

    /// <summary>Facts of one sort, whatever day they began on, by valid time.</summary>
    public IEnumerable<T> All<T>()
        where T : Fact => Facts.Of<T>();

    /// <summary>Facts of one sort that occurred within the window, by valid time.</summary>
    public IEnumerable<T> Within<T>()
        where T : Fact => Facts.Of<T>().Where(fact => fact.Day >= First && fact.Day <= Last);

    /// <summary>Whether a moment lies within the window.</summary>
    public bool Covers(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime) is var day && day >= First && day <= Last;

    /// <summary>Whether what is linked to an aim is asked for.</summary>
    public bool Serves(Guid? aim) => Request.Aim is null || Request.Aim == aim;
}
