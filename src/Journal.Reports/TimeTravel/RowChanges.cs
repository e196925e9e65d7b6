namespace Journal.Reports.TimeTravel;

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
