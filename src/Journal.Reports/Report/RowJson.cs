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
    public override IReadOnlyList<Guid> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports are written and not read.");

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
