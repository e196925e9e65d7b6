using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Journal.Facts;

namespace Journal.Reports;

/// <summary>What reports have worked out and may use again. It lives as long as the facts that it was worked out from, which know nothing of it.</summary>
internal static class ReportCache
{
    // An answer over ten years of daily records names a hundred thousand events: some megabytes.
    private const int Kept = 4;

    private static readonly ConditionalWeakTable<JournalFacts, List<Answer>> Answers = [];
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(Type, Guid), object>> Results = [];

    /// <summary>A report on these facts; the last few are kept as they were answered.</summary>
    public static Report Answered(ReportKind kind, Guid person, ReportRequest request, JournalFacts facts, CancellationToken cancel)
    {
        var answers = Answers.GetValue(facts, static _ => []);
        lock (answers)
        {
            if (answers.Find(known => known.Kind == kind && known.Person == person && known.Request == request) is { } found)
            {
                answers.Remove(found);
                answers.Add(found);
                return found.Report;
            }
        }

        var report = kind.WorkOut(new(person, request, facts) { Cancel = cancel });
        lock (answers)
        {
            answers.Add(new(kind, person, request, report));
            answers.RemoveRange(0, Math.Max(0, answers.Count - Kept));
        }

        return report;
    }

    /// <summary>
    /// What is worked out of a subject, from what was worked out of it last: what has not changed since may be taken over. Facts that follow one another share it,
    /// for a history grows at its end.
    /// </summary>
    /// <param name="next">Is given the last result, or null, which may be of another moment or of other rules.</param>
    public static T Next<T>(JournalFacts facts, Guid subject, Func<T?, T> next)
        where T : class
    {
        var results = Results.GetValue(facts.Lineage, static _ => []);
        var result = next((T?)results.GetValueOrDefault((typeof(T), subject)));
        results[(typeof(T), subject)] = result;
        return result;
    }

    private sealed record Answer(ReportKind Kind, Guid Person, ReportRequest Request, Report Report);
}
