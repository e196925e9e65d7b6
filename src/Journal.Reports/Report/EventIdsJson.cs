using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Reports;

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
