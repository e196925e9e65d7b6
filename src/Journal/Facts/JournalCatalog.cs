using Journal.EventStore;

namespace Journal.Facts;

/// <summary>The journal's events by their stored names. A name, once written, is for ever.</summary>
public static class JournalCatalog
{
    public static EventCatalog Build() =>
        EventTypes.All.Aggregate(EventCatalog.Create(), (catalog, type) => catalog.Add(EventTypes.Json.GetTypeInfo(type))).Build();
}
