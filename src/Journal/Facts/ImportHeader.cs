using JasperFx.Events;

namespace Journal.Facts;

/// <summary>The row of another application's data that an event was made from, kept in the event's headers as it stood there.</summary>
/// <param name="Key">Names the row among all that are imported, such as <c>loop:15</c> or <c>loop:15:2016-01-04</c>.</param>
/// <param name="Table">The table or file it stood in.</param>
/// <param name="Row">The row as one JSON object, every column, in the order of the source.</param>
public sealed record ImportHeader(string Key, string Table, string Row)
{
    private const string KeyName = "import.key";
    private const string TableName = "import.table";
    internal const string RowName = "import.row";

    public static ImportHeader? Of(EventHeaders headers) =>
        headers.Text(KeyName) is { } key && headers.Text(TableName) is { } table && headers.Text(RowName) is { } row ? new(key, table, row) : null;

    /// <summary>Headers in which nothing of the row is left but what names it.</summary>
    internal static EventHeaders Emptied(EventHeaders headers) => headers.Text(RowName) is null ? headers : headers.With(RowName, "{}");

    /// <summary>Seals the row before the event is stored. A second time, as when a save is tried again, it stays.</summary>
    internal static void Seal(IEvent e, Func<string, string> seal)
    {
        if (e.GetHeader(RowName) is string row && !Sealing.SealedText.IsMarked(row))
            e.SetHeader(RowName, seal(row));
    }

    public void AddTo(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        e.SetHeader(KeyName, Key);
        e.SetHeader(TableName, Table);
        e.SetHeader(RowName, Row);
    }
}
