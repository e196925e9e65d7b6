using System.Text.Json.Serialization.Metadata;

namespace Journal.EventStore;

/// <summary>Collects event types for an <see cref="EventCatalog"/>.</summary>
public sealed class EventCatalogBuilder
{
    private readonly List<EventType> types = [];

    internal EventCatalogBuilder()
    {
    }

    /// <summary>Adds a type under its snake_case alias.</summary>
    public EventCatalogBuilder Add<T>(JsonTypeInfo<T> info) where T : class => Add(info, StoredName.Of(typeof(T)));

    /// <summary>Adds a type under a name of its own.</summary>
    /// <exception cref="ArgumentException">The type or the name is taken, or the name is not 1 to 500 characters long.</exception>
    public EventCatalogBuilder Add<T>(JsonTypeInfo<T> info, string name) where T : class
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > 500)
            throw new ArgumentException("A stored name has at most 500 characters.", nameof(name));
        if (types.Exists(type => type.Name == name || type.Info.Type == typeof(T)))
            throw new ArgumentException($"{typeof(T).Name} or the name {name} is in the catalog already.", nameof(name));
        types.Add(new EventType(name, info));
        return this;
    }

    /// <summary>The catalog of what was added.</summary>
    public EventCatalog Build() => new(types);
}
