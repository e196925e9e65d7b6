using System.Text.Json;
using JasperFx.Events;
using Journal.Sealing;

namespace Journal.Facts;

/// <summary>The row of another application's data that an event was made from, kept in the event's headers as it stood there.</summary>
/// <param name="Key">Names the row among all that are imported, such as <c>loop:15</c> or <c>loop:15:2016-01-04</c>.</param>
/// <param name="Table">The table or file it stood in.</param>
/// <param name="Row">The row as one JSON object, every column, in the order of the source.</param>
public sealed record ImportHeader(string Key, string Table, string Row)
{
    private const string KeyName = "import.key";
    private const string TableName = "import.table";
    private const string RowName = "import.row";

    public static ImportHeader? Of(EventHeaders headers) =>
        headers.Text(KeyName) is { } key && headers.Text(TableName) is { } table && headers.Text(RowName) is { } row ? new(key, table, row) : null;

    /// <summary>Headers in which nothing of the row is left but what names it.</summary>
    internal static EventHeaders Emptied(EventHeaders headers) => headers.Text(RowName) is null ? headers : headers.With(RowName, "{}");

    /// <summary>The headers that hold words: where a name is all that tells a row from others, it is in the key.</summary>
    internal static IReadOnlyList<string> Names { get; } = [KeyName, TableName, RowName];

    /// <summary>Seals it before the event is stored. A second time, as when a save is tried again, it stays.</summary>
    internal static void Seal(IEvent e, Func<string, string> seal)
    {
        if (e.Headers is not { Count: > 0 })
            return;
        foreach (var name in Names)
        {
            // As text where it is made here, as JSON where it came in a file.
            var text = e.GetHeader(name) switch
            {
                string made => made,
                JsonElement { ValueKind: JsonValueKind.String } read => read.GetString(),
                _ => null,
            };
            if (text is not null && !SealedText.IsMarked(text))
                e.SetHeader(name, seal(text));
        }
    }

    /// <summary>Seals it in headers that are stored as they are.</summary>
    internal static EventHeaders Seal(EventHeaders headers, Func<string, string> seal) =>
        Names.Aggregate(headers, (sealing, name) => headers.Text(name) is { } text ? sealing.With(name, seal(text)) : sealing);

    public void AddTo(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        e.SetHeader(KeyName, Key);
        e.SetHeader(TableName, Table);
        e.SetHeader(RowName, Row);
    }
}
