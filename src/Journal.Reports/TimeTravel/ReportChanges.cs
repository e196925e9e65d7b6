namespace Journal.Reports.TimeTravel;

public enum Change
{
    /// <summary>It is there before and after, and says something else.</summary>
    Moved,

    /// <summary>Before, there was nothing to say.</summary>
    Appeared,

    /// <summary>After, there is nothing to say.</summary>
    Vanished,
}

/// <summary>The events that stand behind one side only.</summary>
/// <param name="Added">Behind what is said after and not behind what was said before.</param>
/// <param name="Removed">Behind what was said before and no longer.</param>
public sealed record EvidenceChange(IReadOnlyList<Guid> Added, IReadOnlyList<Guid> Removed)
{
    internal static EvidenceChange Of(IReadOnlyList<Guid>? before, IReadOnlyList<Guid>? after)
    {
        // Neither side repeats itself, so that what both begin with is nowhere else; a history grows at its end, and most of it is that.
        var same = 0;
        while (same < before?.Count && same < after?.Count && before[same] == after[same])
        {
            same++;
        }

        Guid[] gone = [.. before?.Skip(same) ?? []], come = [.. after?.Skip(same) ?? []];
        return new([.. come.Except(gone)], [.. gone.Except(come)]);
    }
}

/// <summary>A figure that says something else.</summary>
/// <param name="From">First day of its window; of the window after where the two differ.</param>
/// <param name="Difference">After less before; null where one of them is missing.</param>
public sealed record FigureChange(
    Change Change,
    string Name,
    string Label,
    string Unit,
    Guid? Subject,
    DateOnly From,
    DateOnly To,
    double? Before,
    double? After,
    double? Difference,
    EvidenceChange Events);

/// <summary>A finding whose state or sentence is another.</summary>
public sealed record FindingChange(
    Change Change, string Name, Guid? Subject, FindingState? Before, FindingState? After, string? SentenceBefore, string? SentenceAfter, EvidenceChange Events);

/// <summary>A row of a list that came or went; a row that reads differently did both.</summary>
public sealed record RowChange(Change Change, string Table, IReadOnlyList<string?> Cells, Guid? Subject, IReadOnlyList<Guid> Events);

/// <summary>What one report says and another of the same name does not.</summary>
public sealed record ReportChanges(IReadOnlyList<FigureChange> Figures, IReadOnlyList<FindingChange> Findings, IReadOnlyList<RowChange> Rows)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsEmpty() => Figures.Count == 0 && Findings.Count == 0 && Rows.Count == 0;

    /// <summary>What moved between two reports of the same name.</summary>
    /// <remarks>Cost: figures, findings and rows of both, once each, and the evidence of what moved.</remarks>
    public static ReportChanges Of(Report before, Report after) => new(
        FigureChanges.Of(before.Figures, after.Figures), FindingChanges.Of(before.Findings, after.Findings), RowChanges.Of(before.Tables, after.Tables));
}
