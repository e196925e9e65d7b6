using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Journal.EventStore;

/// <summary>A stored name with its CLR type, and, for an older shape, the step that lifts it to a newer one.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Type">The CLR type of its bodies; null when they are lifted as JSON.</param>
internal sealed record EventShape(string Name, Type? Type)
{
    /// <summary>How a body becomes an object of <see cref="Type"/>; absent when bodies are lifted as JSON.</summary>
    public JsonTypeInfo? Info { get; init; }

    /// <summary>The stored name or the CLR type of the next shape; both null for a current one.</summary>
    public string? NextName { get; init; }

    public Type? NextType { get; init; }

    public Func<object, object>? Lift { get; init; }

    public Func<JsonObject, JsonObject>? LiftJson { get; init; }

    public bool IsCurrent => NextName is null && NextType is null;
}

/// <summary>Follows the steps from every stored name to its current shape.</summary>
internal sealed class ShapeChain(IReadOnlyCollection<EventShape> shapes)
{
    public EventType TypeOf(EventShape shape)
    {
        var decode = Decoder(shape, out var current);
        return new(shape.Name, current.Name, decode);
    }

    private EventType.Decoder Decoder(EventShape shape, out EventShape current)
    {
        current = shape;
        if (shape.IsCurrent)
            return utf8 => EventType.Decode(utf8, shape.Info!);
        var next = Next(shape);
        if (shape.LiftJson is { } lift)
        {
            var rest = Decoder(next, out current);
            return utf8 => rest(Lifted(utf8, lift));
        }
        var lifts = Lifts(shape, out current);
        return utf8 => lifts.Aggregate(EventType.Decode(utf8, shape.Info!), (data, step) => step(data));
    }

    private List<Func<object, object>> Lifts(EventShape shape, out EventShape current)
    {
        var steps = new List<Func<object, object>>();
        for (current = shape; !current.IsCurrent; current = Next(current))
        {
            if (steps.Count > shapes.Count)
                throw new InvalidOperationException($"The shapes of {shape.Name} lead round in a ring.");
            steps.Add(current.Lift ?? throw new InvalidOperationException($"{current.Name} is lifted as JSON, after a step that has left JSON."));
        }
        return steps;
    }

    private EventShape Next(EventShape shape) =>
        shapes.FirstOrDefault(other => other != shape && (shape.NextName is { } name ? other.Name == name : other.Type == shape.NextType))
        ?? throw new InvalidOperationException($"{shape.Name} is lifted to {shape.NextName ?? shape.NextType!.Name}, which is not in the catalog.");

    private static byte[] Lifted(ReadOnlySpan<byte> utf8, Func<JsonObject, JsonObject> lift)
    {
        var reader = new Utf8JsonReader(utf8);
        var body = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("The body is no object.");
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(utf8.Length);
        using (var writer = new Utf8JsonWriter(buffer))
            lift(body).WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
