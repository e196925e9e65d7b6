namespace Journal.Reports.TimeTravel;

/// <summary>Finds the figures that moved. A figure without a value says nothing: when one comes or goes, that is no change.</summary>
internal static class FigureChanges
{
    private const int Places = 4;

    public static List<FigureChange> Of(IReadOnlyList<Figure> before, IReadOnlyList<Figure> after) =>
        [.. Pairs.Of(before, after, figure => (figure.Name, figure.Subject), figure => figure.From).Select(pair => Of(pair.Before, pair.After)).OfType<FigureChange>()];

    private static FigureChange? Of(Figure? before, Figure? after)
    {
        if (ReferenceEquals(before, after) || before?.Value == after?.Value)
        {
            return null;
        }

        var shown = after ?? before!;
        return new(
            before?.Value is null ? Change.Appeared : after?.Value is null ? Change.Vanished : Change.Moved,
            shown.Name,
            shown.Label,
            shown.Unit,
            shown.Subject,
            shown.From,
            shown.To,
            before?.Value,
            after?.Value,
            after?.Value - before?.Value is { } difference ? Math.Round(difference, Places) : null,
            EvidenceChange.Of(before?.Events, after?.Events));
    }
}

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

/// <summary>Finds the rows that came and went.</summary>
internal static class RowChanges
{
    private const char Between = '\u001f';

    public static List<RowChange> Of(IReadOnlyList<Table> before, IReadOnlyList<Table> after) =>
        [.. after.Concat(before).Select(table => table.Name).Distinct().SelectMany(name => Of(name, Rows(before, name), Rows(after, name)))];

    private static List<Row> Rows(IReadOnlyList<Table> tables, string name) => [.. tables.Where(table => table.Name == name).SelectMany(table => table.Rows)];

    private static IEnumerable<RowChange> Of(string table, List<Row> before, List<Row> after) =>
        Less(after, before).Select(row => new RowChange(Change.Appeared, table, row.Cells, row.Subject, row.Events))
            .Concat(Less(before, after).Select(row => new RowChange(Change.Vanished, table, row.Cells, row.Subject, row.Events)));

    private static IEnumerable<Row> Less(List<Row> rows, List<Row> others)
    {
        var left = others.GroupBy(Same).ToDictionary(group => group.Key, group => group.Count());
        return rows.Where(row => left.GetValueOrDefault(Same(row)) is 0 or < 0 || left[Same(row)]-- <= 0);
    }

    private static (Guid?, string) Same(Row row) => (row.Subject, string.Join(Between, row.Cells));
}

/// <summary>Puts beside each other what two reports say of the same thing.</summary>
internal static class Pairs
{
    /// <summary>
    /// What has the same name is the same thing where each side has one of it, whatever window it speaks of; where a side has several, the window tells them
    /// apart.
    /// </summary>
    /// <returns>In the order of <paramref name="after"/>; what is only in <paramref name="before"/> stands where its name first comes up, or at the end.</returns>
    public static IEnumerable<(T? Before, T? After)> Of<T, TName, TWindow>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TName> name, Func<T, TWindow> window)
        where T : class
        where TName : notnull
        where TWindow : notnull
    {
        var groups = new Dictionary<TName, (List<T> Before, List<T> After)>();
        List<TName> names = [];
        (List<T> Before, List<T> After) Group(T one)
        {
            if (!groups.TryGetValue(name(one), out var group))
            {
                names.Add(name(one));
                group = groups[name(one)] = ([], []);
            }

            return group;
        }

        foreach (var one in after)
        {
            Group(one).After.Add(one);
        }

        foreach (var one in before)
        {
            Group(one).Before.Add(one);
        }

        return names.Select(key => groups[key]).SelectMany(group => group.Before.Count <= 1 && group.After.Count <= 1
            ? [(group.Before.FirstOrDefault(), group.After.FirstOrDefault())] : ByWindow(group.Before, group.After, window));
    }

    private static IEnumerable<(T? Before, T? After)> ByWindow<T, TWindow>(List<T> before, List<T> after, Func<T, TWindow> window)
        where T : class
        where TWindow : notnull
    {
        // Where a history grows at its end, most of both is the very same.
        var start = 0;
        while (start < before.Count && start < after.Count && ReferenceEquals(before[start], after[start]))
        {
            yield return (before[start], after[start]);
            start++;
        }

        (before, after) = (before[start..], after[start..]);
        var waiting = before.GroupBy(window).ToDictionary(group => group.Key, group => new Queue<T>(group));
        foreach (var one in after)
        {
            yield return (waiting.TryGetValue(window(one), out var same) && same.TryDequeue(out var match) ? match : null, one);
        }

        var left = waiting.Values.SelectMany(queue => queue).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var one in before.Where(left.Contains))
        {
            yield return (one, null);
        }
    }
}
