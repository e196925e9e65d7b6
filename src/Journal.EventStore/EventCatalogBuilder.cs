using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Journal.EventStore;

/// <summary>Collects event types and their older shapes for an <see cref="EventCatalog"/>.</summary>
public sealed class EventCatalogBuilder
{
    private readonly List<EventShape> shapes = [];

    internal EventCatalogBuilder()
    {
    }

    /// <summary>Adds a type under its snake_case alias.</summary>
    public EventCatalogBuilder Add<T>(JsonTypeInfo<T> info) where T : class => Add(info, StoredName.Of(typeof(T)));

    /// <summary>Adds a type that is known at run time only, under its snake_case alias.</summary>
    public EventCatalogBuilder Add(JsonTypeInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return Add(new EventShape(StoredName.Of(info.Type), info.Type) { Info = info });
    }

    /// <summary>Adds a type under a name of its own.</summary>
    /// <exception cref="ArgumentException">The type or the name is taken, or the name is not 1 to 500 characters long.</exception>
    public EventCatalogBuilder Add<T>(JsonTypeInfo<T> info, string name) where T : class
    {
        ArgumentNullException.ThrowIfNull(info);
        return Add(new EventShape(name, typeof(T)) { Info = info });
    }

    /// <summary>Adds an older shape, which is read as one type and lifted to the next: a current type or another older one.</summary>
    /// <param name="storedName">The name the older events are stored under.</param>
    /// <param name="info">Reads the older shape.</param>
    /// <param name="lift">Pure.</param>
    public EventCatalogBuilder Upcast<TOld, TNew>(string storedName, JsonTypeInfo<TOld> info, Func<TOld, TNew> lift) where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(lift);
        return Add(new EventShape(storedName, typeof(TOld)) { Info = info, NextType = typeof(TNew), Lift = old => lift((TOld)old) });
    }

    /// <summary>Adds an older shape whose JSON is rewritten, and then read as the name that it leads to.</summary>
    /// <param name="storedName">The name the older events are stored under.</param>
    /// <param name="nextName">A current name, or another older one.</param>
    /// <param name="lift">Pure; it may change the object it is given.</param>
    public EventCatalogBuilder Upcast(string storedName, string nextName, Func<JsonObject, JsonObject> lift)
    {
        ArgumentException.ThrowIfNullOrEmpty(nextName);
        ArgumentNullException.ThrowIfNull(lift);
        return Add(new EventShape(storedName, null) { NextName = nextName, LiftJson = lift });
    }

    /// <summary>The catalog of what was added.</summary>
    /// <exception cref="InvalidOperationException">An older shape leads nowhere, or round in a ring.</exception>
    public EventCatalog Build() => new(shapes);

    private EventCatalogBuilder Add(EventShape shape)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(shape.Name);
        if (shape.Name.Length > 500)
            throw new ArgumentException("A stored name has at most 500 characters.", nameof(shape));
        if (shapes.Exists(other => other.Name == shape.Name || (shape.Type is not null && other.Type == shape.Type)))
            throw new ArgumentException($"The name {shape.Name} or its type is in the catalog already.", nameof(shape));
        shapes.Add(shape);
        return this;
    }
}
