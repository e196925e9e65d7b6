using System.Buffers;
using System.Text.Json;
using Journal.Facts;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Writes the lines of a journal file: UTF-8, each ended by a line feed. docs/format.md says what they hold.</summary>
public static class JournalFileWriter
{
    public static void WriteHeader(IBufferWriter<byte> output, JournalFileHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        WriteLine(output, json =>
        {
            json.WriteString("format", JournalFileHeader.Format);
            json.WriteNumber("version", JournalFileHeader.Version);
            json.WriteStartObject("person");
            json.WriteString("handle", header.Handle);
            json.WriteString("zone", header.Zone);
            json.WriteEndObject();
            WriteOptional(json, "about", header.About);
        });
    }

    public static void WriteEvent(IBufferWriter<byte> output, JournalFileLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        WriteLine(output, json =>
        {
            json.WriteString("id", line.Id);
            json.WriteString("stream", line.Data.SubjectId);
            json.WriteString("type", EventTypes.NameOf(line.Data.GetType()));
            json.WriteString("recordedAt", line.RecordedAt);
            WriteOptional(json, "source", line.Source);
            WriteOptional(json, "zone", line.Zone);
            WriteOptional(json, "correlation", line.Correlation);
            WriteOptional(json, "causation", line.Causation);
            WriteHeaders(json, line.Headers);
            json.WritePropertyName("data");
            JsonSerializer.Serialize(json, line.Data, JournalFileJson.Of(line.Data));
        });
    }

    // The store keeps no order of headers.
    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> headers)
    {
        if (headers.Count == 0)
            return;
        json.WriteStartObject("headers");
        foreach (var (name, value) in headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteLine(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, JournalFileJson.Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
