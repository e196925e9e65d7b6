using System.Text.Json;

namespace Journal.Facts;

/// <summary>Headers of an event: names with JSON values. Immutable; decoded when somebody looks.</summary>
public sealed class EventHeaders
{
    private readonly Lazy<IReadOnlyDictionary<string, JsonElement>> values;

    internal EventHeaders(byte[] utf8, Func<string, string>? open = null)
    {
        Utf8 = utf8;
        values = new(() => Decode(utf8, open));
    }

    /// <summary>No headers; stored as SQL NULL.</summary>
    public static EventHeaders Empty { get; } = new("{}"u8.ToArray());

    /// <summary>The headers by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values => values.Value;

    internal byte[] Utf8 { get; }

    /// <param name="utf8">As they are stored.</param>
    /// <param name="open">Opens what is sealed in them; null where nothing is.</param>
    internal static EventHeaders Of(byte[] utf8, Func<string, string>? open = null) => new(utf8, open);

    internal static EventHeaders Of(IReadOnlyDictionary<string, object>? headers, Func<string, string>? open = null) =>
        headers is null or { Count: 0 } ? Empty : new(JsonSerializer.SerializeToUtf8Bytes(headers), open);

    /// <summary>These headers and one more, or another value for one of them.</summary>
    public EventHeaders With(string name, string value) =>
        With(name, (writer) => writer.WriteStringValue(value));

    /// <summary>These headers and one more, or another value for one of them.</summary>
    public EventHeaders With(string name, JsonElement value) => With(name, value.WriteTo);

    /// <summary>The text under a name; null when there is none or when it is no text.</summary>
    public string? Text(string name) =>
        Values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private EventHeaders With(string name, Action<Utf8JsonWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (other, value) in Values.Where(pair => pair.Key != name))
            {
                writer.WritePropertyName(other);
                value.WriteTo(writer);
            }
            writer.WritePropertyName(name);
            write(writer);
            writer.WriteEndObject();
        }
        return new(buffer.WrittenSpan.ToArray());
    }

    // Marten writes JSON null where there are no headers.
    private static Dictionary<string, JsonElement> Decode(byte[] utf8, Func<string, string>? open)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Opened(p.Value, open), StringComparer.Ordinal)
            : [];
    }

    private static JsonElement Opened(JsonElement value, Func<string, string>? open) =>
        open is not null && value.ValueKind == JsonValueKind.String ? JsonSerializer.SerializeToElement(open(value.GetString()!)) : value.Clone();
}
