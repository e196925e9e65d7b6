namespace Journal.Reports.Causes;

/// <summary>Where the records say a miss comes from.</summary>
internal enum Origin
{
    /// <summary>It is linked to a belief that counts and limits.</summary>
    Belief,

    /// <summary>It is linked to a thought and to no such belief.</summary>
    Thinking,

    /// <summary>A confirmed defect of execution names it.</summary>
    Execution,

    /// <summary>The person put it down to capacity, environment or illness.</summary>
    Outside,

    /// <summary>Nothing recorded says where it comes from.</summary>
    Unattributed,
}

/// <summary>A miss with where it comes from.</summary>
/// <param name="Chains">Every way back that the records give, whatever the origin.</param>
/// <param name="Events">Of the miss and of what it is linked to.</param>
/// <param name="Named">Whether it is put down to a belief for no other reason than that the belief was named as what constrains it.</param>
internal sealed record OriginOfMiss(IntendedAction Attempt, Origin Origin, IReadOnlyList<CausalChain> Chains, IReadOnlyList<Guid> Events, bool Named = false);

/// <summary>
/// Sorts misses by layer, in this order: what the person put down to capacity, environment or illness is that; a confirmed defect that names the miss and
/// something upstream says its layer; a linked belief that counts and limits is belief; any other linked thought is thinking; the rest is unattributed.
/// </summary>
internal static class Origins
{
    public static IReadOnlyList<OriginOfMiss> Of(ReportView view)
    {
        var chains = new CausalChains(view);
        var defects = DefectView.Of(view).Where(defect => defect.Counts && defect.Attributed).SelectMany(defect => defect.Fact.ExecutionIds, (defect, id) => (id, defect)).ToLookup(one => one.id, one => one.defect);
        return [.. IntendedAction.Of(view).Where(attempt => attempt.Missed).Select(attempt => Of(attempt, chains.Of(attempt), defects[attempt.Id].FirstOrDefault()))];
    }

    private static OriginOfMiss Of(IntendedAction attempt, IReadOnlyList<CausalChain> chains, DefectView? defect)
    {
        if (attempt.Outside)
        {
            return new(attempt, Origin.Outside, chains, attempt.Events);
        }

        if (defect is not null)
        {
            return new(attempt, Of(defect.Fact.Layer!.Value), chains, [.. attempt.Events, .. defect.Fact.Events]);
        }

        var limiting = chains.Where(chain => chain.Limiting).ToList();
        var thoughts = chains.Where(chain => chain.Thought is not null).ToList();
        return (limiting.Count, thoughts.Count) switch
        {
            ( > 0, _) => new(attempt, Origin.Belief, chains, [.. limiting.SelectMany(chain => chain.Events).Distinct()], limiting.TrueForAll(chain => chain.Named)),
            (_, > 0) => new(attempt, Origin.Thinking, chains, [.. thoughts.SelectMany(chain => chain.Events).Distinct()]),
            _ => new(attempt, Origin.Unattributed, chains, attempt.Events),
        };
    }

    private static Origin Of(Layer layer) => layer switch
    {
        Layer.Belief => Origin.Belief,
        Layer.Thinking => Origin.Thinking,
        _ => Origin.Execution,
    };
}

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
