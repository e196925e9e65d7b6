using Journal.Reports.Causes;
using Journal.Reports.Figures;

namespace Journal.Reports.Thinking;

/// <summary>The way back from each miss to what was thought and to the belief behind it, by the links that were recorded.</summary>
internal static class PathSection
{
    public static void Write(ReportView view, ReportSheet sheet)
    {
        var strands = new Strands(view);
        var misses = Attempt.Of(view).Where(attempt => attempt.Missed).Select(attempt => (Attempt: attempt, Strands: strands.Of(attempt))).ToList();
        sheet.Add("paths", "share of misses that are linked to a thought or a belief", "share", Proportion.Of(
            misses.Count(miss => miss.Strands.Count > 0), misses.Count, misses.SelectMany(miss => miss.Attempt.Events), "missed outcomes or commitments"));
        sheet.Add(new Table(
            "paths",
            "From each miss back to thought and belief",
            ["day", "missed", "link", "thoughtKind", "thought", "belief", "outcomeId", "thoughtId", "beliefId"],
            [.. misses.SelectMany(miss => miss.Strands.Count == 0 ? [Unlinked(miss.Attempt)] : miss.Strands.Select(Line))]));
    }

    private static Row Line(Strand strand) => new(
        [
            Cell.Of(strand.Attempt.Day),
            strand.Attempt.Title,
            strand.Thought is null ? "beliefOnly" : strand.Belief is null ? "thoughtOnly" : "linked",
            strand.Thought?.Kind,
            strand.Thought?.Text,
            strand.Belief?.Text,
            Cell.Of(strand.Attempt.Id),
            Cell.Of(strand.Thought?.Id),
            Cell.Of(strand.Belief?.Id),
        ],
        strand.Attempt.Id,
        strand.Events);

    private static Row Unlinked(Attempt attempt) => new(
        [Cell.Of(attempt.Day), attempt.Title, "unlinked", null, null, null, Cell.Of(attempt.Id), null, null], attempt.Id, attempt.Events);
}
