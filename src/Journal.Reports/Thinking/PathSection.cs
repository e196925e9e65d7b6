using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

/// <summary>The way back from each miss to what was thought and to the belief behind it, by the links that were recorded, with the origin the reports on causes count it to.</summary>
internal static class PathSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var misses = Origins.Of(view);
        builder.Add("paths", "share of misses that are linked to a thought or a belief", "share", Measure.Proportion(
            misses.Count(miss => miss.Strands.Count > 0), misses.Count, misses.SelectMany(miss => miss.Attempt.Events), "missed outcomes or commitments"));
        builder.Add(new Table(
            "paths",
            "From each miss back to thought and belief",
            ["day", "missed", "origin", "link", "thoughtKind", "thought", "belief", "outcomeId", "thoughtId", "beliefId"],
            [.. misses.SelectMany(miss => miss.Strands.Count == 0 ? [Unlinked(miss)] : miss.Strands.Select(strand => Line(miss.Origin, strand)))]));
    }

    private static Row Line(Origin origin, Strand strand) => new(
        [
            Text.Cell(strand.Attempt.Day),
            strand.Attempt.Title,
            Text.Cell(origin),
            strand.Link,
            strand.Thought?.Kind,
            strand.Thought?.Text,
            strand.Belief?.Text,
            Text.Cell(strand.Attempt.Id),
            Text.Cell(strand.Thought?.Id),
            Text.Cell(strand.Belief?.Id),
        ],
        strand.Attempt.Id,
        strand.Events);

    private static Row Unlinked(OriginOfMiss miss) => new(
        [Text.Cell(miss.Attempt.Day), miss.Attempt.Title, Text.Cell(miss.Origin), "unlinked", null, null, null, Text.Cell(miss.Attempt.Id), null, null], miss.Attempt.Id, miss.Attempt.Events);
}
