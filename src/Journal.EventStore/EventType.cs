using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Journal.EventStore;

/// <summary>An event type of the catalog: stored name, CLR type and serializer.</summary>
internal sealed record EventType(string Name, JsonTypeInfo Info)
{
    public byte[] Encode(object data) => JsonSerializer.SerializeToUtf8Bytes(data, Info);

    public object Decode(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Info) ?? throw new JsonException("The body is null.");
}
