using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Reports;

/// <summary>Writes a row of a list as JSON.</summary>
/// <remarks>A report over years has tens of thousands of rows. By hand they take a third of the time of the serializer's own way.</remarks>
internal sealed class RowJson : JsonConverter<Row>
{
    public override Row Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Reports are written and not read.");

    public override void Write(Utf8JsonWriter writer, Row value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("cells"u8);
        foreach (var cell in value.Cells)
        {
            writer.WriteStringValue(cell);
        }

        writer.WriteEndArray();
        if (value.Subject is { } subject)
        {
            writer.WriteString("subject"u8, subject);
        }
        else
        {
            writer.WriteNull("subject"u8);
        }

        writer.WritePropertyName("events"u8);
        EventIdsJson.Write(writer, value.Events);
        writer.WriteEndObject();
    }
}

/// <summary>Writes the events that something rests on as JSON: of all that a report says, this is most.</summary>
internal sealed class EventIdsJson : JsonConverter<IReadOnlyList<Guid>>
{
    public override IReadOnlyList<Guid> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var events = new List<Guid>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            events.Add(reader.GetGuid());
        }

        return events;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Guid> value, JsonSerializerOptions options) => Write(writer, value);

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Guid> events)
    {
        writer.WriteStartArray();
        for (var i = 0; i < events.Count; i++)
        {
            writer.WriteStringValue(events[i]);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Reads figures by name in the order that they are written in, for a database may keep them in another.</summary>
internal sealed class NamedFiguresJson : JsonConverter<IReadOnlyDictionary<string, double>>
{
    public override IReadOnlyDictionary<string, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            figures[name] = reader.GetDouble();
        }

        return figures;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, double> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, figure) in value)
        {
            writer.WriteNumber(name, figure);
        }

        writer.WriteEndObject();
    }
}
