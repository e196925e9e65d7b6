namespace Journal.Reports.TimeTravel;

/// <summary>Finds the findings that changed. In lists of the same sort those that read the same belong together, and the others in their order.</summary>
internal static class FindingChanges
{
    public static List<FindingChange> Of(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var (old, @new) = (before.ToLookup(Name), after.ToLookup(Name));
        return [.. after.Concat(before).Select(Name).Distinct().SelectMany(name => Of([.. old[name]], [.. @new[name]]))];
    }

    private static (string, Guid?) Name(Finding finding) => (finding.Name, finding.Subject);

    private static IEnumerable<FindingChange> Of(List<Finding> before, List<Finding> after)
    {
        foreach (var same in after.ToList())
        {
            if (before.FindIndex(one => (one.State, one.Sentence) == (same.State, same.Sentence)) is >= 0 and var i)
            {
                before.RemoveAt(i);
                after.Remove(same);
            }
        }

        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            yield return Of(i < before.Count ? before[i] : null, i < after.Count ? after[i] : null);
        }
    }

    private static FindingChange Of(Finding? before, Finding? after) => new(
        before is null ? Change.Appeared : after is null ? Change.Vanished : Change.Moved,
        (after ?? before!).Name,
        (after ?? before!).Subject,
        before?.State,
        after?.State,
        before?.Sentence,
        after?.Sentence,
        EvidenceChange.Of(before?.Events, after?.Events));
}
