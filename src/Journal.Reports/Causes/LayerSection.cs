namespace Journal.Reports.Causes;

/// <summary>Misses by the layer the records trace them to, with those that lie outside the three layers and those that cannot be told.</summary>
internal static class LayerSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var misses = Origins.Of(view);
        foreach (var origin in Enum.GetValues<Origin>())
        {
            var of = misses.Where(miss => miss.Origin == origin).ToList();
            builder.Add($"misses.{Text.Cell(origin)}", $"misses: {Words(origin)}", "count", Measure.Of(of.Count, misses.Count, of.SelectMany(miss => miss.Events)));
        }

        BeliefQuestion(builder, misses);
    }

    private static void BeliefQuestion(ReportBuilder builder, IReadOnlyList<OriginOfMiss> misses)
    {
        var (belief, outside, unattributed) = (Count(misses, Origin.Belief), Count(misses, Origin.Outside), Count(misses, Origin.Unattributed));
        var events = misses.SelectMany(miss => miss.Events);
        if (misses.Count == 0)
        {
            builder.Insufficient("beliefImplicated", "missed outcomes or commitments");
        }
        else if (unattributed == misses.Count)
        {
            builder.Insufficient("beliefImplicated", $"a link or a cause of a miss; of {Text.Count(misses.Count, "miss", "misses")} all are unattributed", misses.Count, events);
        }
        else if (belief == 0)
        {
            builder.NotFound("beliefImplicated", $"Belief is not implicated: of {Text.Count(misses.Count, "miss", "misses")}, {outside} were put down to capacity, environment or illness, and {unattributed} are unattributed.", misses.Count, events);
        }
        else
        {
            builder.Found(
                "beliefImplicated",
                $"{belief} of {Text.Count(misses.Count, "miss", "misses")} are linked to a belief that limits{Named(misses)}.",
                misses.Count,
                events,
                null,
                [.. outside > 0 ? [$"{outside} were put down to capacity, environment or illness"] : Array.Empty<string>(), .. unattributed > 0 ? [$"{unattributed} are unattributed"] : Array.Empty<string>()]);
        }
    }

    // A link by name is weaker than one that says so of the very miss, and is told apart.
    private static string Named(IReadOnlyList<OriginOfMiss> misses) =>
        misses.Count(miss => miss.Named) is > 0 and var named ? $", {named} of them because it was named as what constrains them" : "";

    private static int Count(IReadOnlyList<OriginOfMiss> misses, Origin origin) => misses.Count(miss => miss.Origin == origin);

    private static string Words(Origin origin) => origin switch
    {
        Origin.Belief => "linked to a belief that limits",
        Origin.Thinking => "linked to a thought, and to no belief that limits",
        Origin.Execution => "named by a confirmed defect of execution",
        Origin.Outside => "put down to capacity, environment or illness",
        _ => "unattributed",
    };
}
