using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Journal.Recording;

namespace Journal.Web.Interchange.Sources;

/// <summary>Reads members of other applications' JSON, whose types nobody guarantees, and keeps an object as it stood.</summary>
internal static class JsonFields
{
    private const long MostText = 64L << 20;
    private const int LongestCell = 20_000;
    private const int LongestRow = 60_000;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole document that is small.</summary>
    /// <exception cref="ImportFailedException"><c>import.json</c> or <c>import.size</c>.</exception>
    public static JsonDocument Document(SourceEntry entry)
    {
        if (entry.Length > MostText)
            throw new ImportFailedException("import.size", $"It is larger than {MostText >> 20} MiB.");
        try
        {
            using var stream = entry.OpenUtf8();
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            return Utf8.IsValid(whole.GetBuffer().AsSpan(0, (int)whole.Length)) ? JsonDocument.Parse(whole.ToArray().AsMemory(Mark(whole.GetBuffer()))) : throw new ImportFailedException("text.encoding", "The text is not UTF-8.");
        }
        catch (JsonException malformed)
        {
            throw new ImportFailedException("import.json", $"Line {malformed.LineNumber + 1}: it is not the JSON that is expected.", malformed);
        }
    }

    private static int Mark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>A member; undefined where there is none.</summary>
    public static JsonElement Of(this JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A text that is not empty, or a number as it is written; null for anything else.</summary>
    public static string? Text(this JsonElement item, string name) => item.Of(name).AsText();

    public static string? AsText(this JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException broken)
        {
            throw new ImportFailedException("import.encoding", "A text of it holds half of a letter, or bytes that are not UTF-8.", broken);
        }
    }

    public static double? Number(this JsonElement item, string name) => item.Of(name) is var value && value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number) ? number : double.NaN,
        JsonValueKind.String => double.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        _ => double.NaN,
    } is var read && double.IsFinite(read) ? read : null;

    public static bool Flag(this JsonElement item, string name) => item.Of(name) is var value && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.Number && value.GetRawText() != "0"));

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement item, string name) => item.Of(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement item, string name) => [.. item.List(name).Select(AsText).OfType<string>()];

    /// <summary>A time as most write it; null where it is none.</summary>
    public static LocalTime? Time(this JsonElement item, string name) => LocalTime.TryParse(item.Text(name), out var time) ? time : null;

    /// <summary>A moment, as text or as seconds or milliseconds since 1970, in the person's zone; null where it is none.</summary>
    public static DateTimeOffset? Moment(this JsonElement item, string name, ImportAsk ask) =>
        item.Of(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var since) && since is > 0 and < 1e14
            ? LocalTime.Local(DateTimeOffset.UnixEpoch.AddSeconds(since > 1e11 ? since / 1000 : since), ask.Zone)
            : item.Time(name)?.In(ask.Zone);

    /// <summary>The item as it stands; what is longer than a journal file's line has room for is cut, text by text.</summary>
    /// <param name="item">An object.</param>
    /// <param name="without">Members that are rows of their own.</param>
    public static string Verbatim(this JsonElement item, params IReadOnlyList<string> without)
    {
        if (without.Count == 0 && item.GetRawText() is { Length: <= LongestRow } raw)
            return raw;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            var room = LongestRow;
            Write(json, item, without, ref room);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Cells under their names as one JSON object.</summary>
    public static string Row(IReadOnlyList<string> names, IReadOnlyList<string> cells)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            var room = LongestRow;
            json.WriteStartObject();
            for (var i = 0; i < cells.Count; i++)
                json.WriteString(Cut(i < names.Count && names[i].Length > 0 ? names[i] : string.Create(CultureInfo.InvariantCulture, $"column {i + 1}"), ref room), Cut(cells[i], ref room));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, JsonElement item, IReadOnlyList<string> without, ref int room)
    {
        switch (item.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in item.EnumerateObject())
                {
                    if (room <= 0 || without.Contains(member.Name))
                        continue;
                    json.WritePropertyName(Cut(member.Name, ref room));
                    Write(json, member.Value, [], ref room);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var one in item.EnumerateArray())
                {
                    if (room > 0)
                        Write(json, one, [], ref room);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Cut(item.AsText() ?? "", ref room));
                break;
            default:
                room -= item.GetRawText().Length;
                item.WriteTo(json);
                break;
        }
    }

    private static string Cut(string text, ref int room)
    {
        var most = Math.Max(0, Math.Min(LongestCell, room));
        var kept = text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        room -= kept.Length + 1;
        return kept;
    }
}
