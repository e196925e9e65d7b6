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
/// <param name="Strands">Every way back that the records give, whatever the origin.</param>
/// <param name="Events">Of the miss and of what it is linked to.</param>
/// <param name="Named">Whether it is put down to a belief for no other reason than that the belief was named as what constrains it.</param>
internal sealed record OriginOfMiss(Attempt Attempt, Origin Origin, IReadOnlyList<Strand> Strands, IReadOnlyList<Guid> Events, bool Named = false);

/// <summary>
/// Sorts misses by layer, in this order: what the person put down to capacity, environment or illness is that; a confirmed defect that names the miss and
/// something upstream says its layer; a linked belief that counts and limits is belief; any other linked thought is thinking; the rest is unattributed.
/// </summary>
internal static class Origins
{
    public static IReadOnlyList<OriginOfMiss> Of(ReportView view)
    {
        var strands = new Strands(view);
        var defects = DefectView.Of(view).Where(defect => defect.Counts && defect.Attributed).SelectMany(defect => defect.Fact.ExecutionIds, (defect, id) => (id, defect)).ToLookup(one => one.id, one => one.defect);
        return [.. Attempt.Of(view).Where(attempt => attempt.Missed).Select(attempt => Of(attempt, strands.Of(attempt), defects[attempt.Id].FirstOrDefault()))];
    }

    private static OriginOfMiss Of(Attempt attempt, IReadOnlyList<Strand> strands, DefectView? defect)
    {
        if (attempt.Outside)
        {
            return new(attempt, Origin.Outside, strands, attempt.Events);
        }

        if (defect is not null)
        {
            return new(attempt, Of(defect.Fact.Layer!.Value), strands, [.. attempt.Events, .. defect.Fact.Events]);
        }

        var limiting = strands.Where(strand => strand.Limiting).ToList();
        var thoughts = strands.Where(strand => strand.Thought is not null).ToList();
        return (limiting.Count, thoughts.Count) switch
        {
            ( > 0, _) => new(attempt, Origin.Belief, strands, [.. limiting.SelectMany(strand => strand.Events).Distinct()], limiting.TrueForAll(strand => strand.Named)),
            (_, > 0) => new(attempt, Origin.Thinking, strands, [.. thoughts.SelectMany(strand => strand.Events).Distinct()]),
            _ => new(attempt, Origin.Unattributed, strands, attempt.Events),
        };
    }

    private static Origin Of(Layer layer) => layer switch
    {
        Layer.Belief => Origin.Belief,
        Layer.Thinking => Origin.Thinking,
        _ => Origin.Execution,
    };
}
