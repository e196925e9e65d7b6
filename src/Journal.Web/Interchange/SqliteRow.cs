using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Interchange;

/// <summary>A row of a SQLite table whose columns differ between versions of the application that wrote it.</summary>
internal readonly struct SqliteRow(SqliteDataReader reader, IReadOnlyDictionary<string, int> columns)
{
    private const int LongestCell = 20_000;
    private const int LongestRow = 60_000;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static List<T> All<T>(SqliteConnection connection, string sql, Func<SqliteRow, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.OrdinalIgnoreCase);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(new SqliteRow(reader, columns)));
        }

        return rows;
    }

    public bool Has(string column) => columns.ContainsKey(column);

    // SQLite lets any column hold any type; what is not a number where one is meant says nothing.
    public long? Long(string column) => Value(column) switch
    {
        long value => value,
        double value when Math.Abs(value) < 1e15 => (long)value,
        _ => null,
    };

    public double? Double(string column) => Value(column) switch
    {
        double value => value,
        long value => value,
        _ => null,
    };

    public string? Text(string column) => Value(column) is string { Length: > 0 } text ? text : null;

    /// <summary>
    /// The row as one JSON object, columns in their order; binary values as base64. What is longer than anything that the application itself writes is cut: it is
    /// kept with the event, and a line of a journal file has an end.
    /// </summary>
    /// <param name="without">A column that was asked for besides.</param>
    public string Json(string? without = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            var room = LongestRow;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetName(i) is var name && name == without)
                {
                    continue;
                }

                json.WritePropertyName(Cut(name, ref room));
                Write(json, reader.GetValue(i) switch
                {
                    string text => Cut(text, ref room),
                    byte[] bytes => bytes[..Math.Min(bytes.Length, Math.Min(LongestCell, room))],
                    var other => other,
                });
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Cut(string text, ref int room)
    {
        var most = Math.Min(LongestCell, room);
        var kept = text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        room -= kept.Length;
        return kept;
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private object? Value(string column) => columns.TryGetValue(column, out var i) && !reader.IsDBNull(i) ? reader.GetValue(i) : null;
}
