using System.Runtime.CompilerServices;
using Journal.Facts;

namespace Journal.Reports;

/// <summary>What reports have worked out and may use again. It lives as long as the facts that it was worked out from, which know nothing of it.</summary>
public static class ReportCache
{
    private static readonly ConditionalWeakTable<JournalFacts, ReportViews> Views = [];

    /// <summary>A view on these facts; the last ones asked for are kept with what reports have worked out on them.</summary>
    public static ReportView View(this JournalFacts facts, Guid person, ReportRequest request) =>
        Views.GetValue(facts, static _ => new()).Of(person, request, facts);

    /// <summary>What is still good when events are added: one of a type for facts that follow one another.</summary>
    internal static T Lasting<T>(this JournalFacts facts)
        where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(facts);
        return OfLineage<T>.Kept.GetValue(facts.Lineage, static _ => new());
    }

    private static class OfLineage<T>
        where T : class, new()
    {
        public static readonly ConditionalWeakTable<object, T> Kept = [];
    }
}
