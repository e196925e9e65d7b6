using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Journal.EventStore;

/// <summary>The event types a store knows: stored name, CLR type, serializer, and how older shapes are lifted. Immutable.</summary>
public sealed class EventCatalog
{
    private readonly FrozenDictionary<string, EventType> byName;
    private readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Info)> byType;
    private readonly ILookup<string, string> storedNames;

    internal EventCatalog(IReadOnlyCollection<EventShape> shapes)
    {
        var chain = new ShapeChain(shapes);
        byName = shapes.Select(chain.TypeOf).ToFrozenDictionary(type => type.Stored, StringComparer.Ordinal);
        byType = shapes.Where(shape => shape.IsCurrent).ToFrozenDictionary(shape => shape.Type!, shape => (shape.Name, shape.Info!));
        storedNames = byName.Values.ToLookup(type => type.Current, type => type.Stored, StringComparer.Ordinal);
    }

    /// <summary>Begins a catalog.</summary>
    public static EventCatalogBuilder Create() => new();

    /// <summary>The names of current types, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. byType.Values.Select(type => type.Name).Order(StringComparer.Ordinal)];

    /// <summary>The stored name of an event's type.</summary>
    /// <exception cref="UnknownEventException">The catalog does not have it.</exception>
    public string NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Find(type).Name;
    }

    /// <summary>The body as it is stored.</summary>
    /// <exception cref="UnknownEventException">The catalog does not have its type.</exception>
    public byte[] Encode(object data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return JsonSerializer.SerializeToUtf8Bytes(data, Find(data.GetType()).Info);
    }

    internal (string Name, byte[] Body) Stored(object data)
    {
        var (name, info) = Find(data.GetType());
        return (name, JsonSerializer.SerializeToUtf8Bytes(data, info));
    }

    /// <summary>A stored body in its newest shape.</summary>
    /// <exception cref="UnknownEventException">The catalog does not have the name.</exception>
    /// <exception cref="JsonException">The body is not what the type's serializer expects.</exception>
    public object Decode(string storedName, ReadOnlySpan<byte> utf8) => Named(storedName).Decode(utf8);

    internal EventType Named(string storedName) => TryNamed(storedName) ?? throw new UnknownEventException(storedName);

    internal EventType? TryNamed(string storedName) => byName.GetValueOrDefault(storedName);

    /// <summary>Every name that events of these types are stored under, older shapes included.</summary>
    internal string[] StoredUnder(IEnumerable<string> names) =>
        [.. names.SelectMany(name => storedNames.Contains(name) ? storedNames[name] : [name]).Distinct(StringComparer.Ordinal)];

    private (string Name, JsonTypeInfo Info) Find(Type type) => byType.TryGetValue(type, out var found) ? found : throw new UnknownEventException(type.Name);
}
