using System.Collections.Frozen;

namespace Journal.EventStore;

/// <summary>The event types a store knows: stored name, CLR type and serializer. Immutable.</summary>
public sealed class EventCatalog
{
    private readonly FrozenDictionary<string, EventType> byName;
    private readonly FrozenDictionary<Type, EventType> byType;

    internal EventCatalog(IReadOnlyCollection<EventType> types)
    {
        byName = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        byType = types.ToFrozenDictionary(type => type.Info.Type);
    }

    /// <summary>Begins a catalog.</summary>
    public static EventCatalogBuilder Create() => new();

    /// <summary>The stored names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The stored name of an event's type.</summary>
    /// <exception cref="UnknownEventException">The catalog does not have it.</exception>
    public string NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return TypeOf(type).Name;
    }

    internal EventType TypeOf(Type type) => byType.TryGetValue(type, out var found) ? found : throw new UnknownEventException(type.Name);

    internal EventType Named(string name) => byName.TryGetValue(name, out var found) ? found : throw new UnknownEventException(name);
}
