using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Journal.EventStore;

/// <summary>A stored name and how a body under it is read: as the type itself, or as an older shape that is lifted.</summary>
/// <param name="stored">The name in the database.</param>
/// <param name="current">The name of the newest shape, which the event is given out under.</param>
/// <param name="decode">From UTF-8 to the newest shape.</param>
internal sealed class EventType(string stored, string current, EventType.Decoder decode)
{
    public delegate object Decoder(ReadOnlySpan<byte> utf8);

    public string Stored { get; } = stored;

    public string Current { get; } = current;

    public object Decode(ReadOnlySpan<byte> utf8) => decode(utf8);

    public static object Decode(ReadOnlySpan<byte> utf8, JsonTypeInfo info) =>
        JsonSerializer.Deserialize(utf8, info) ?? throw new JsonException("The body is null.");
}
