using System.Text.Json;

namespace Journal.EventStore;

/// <summary>The body of an event whose type the catalog lacks.</summary>
/// <param name="Body">As stored.</param>
public sealed record UnknownEvent(JsonElement Body);
