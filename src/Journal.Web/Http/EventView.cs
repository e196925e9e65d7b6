using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Http;

/// <summary>An event as the API shows it.</summary>
/// <param name="Type">Its stored name, such as <c>belief_stated</c>.</param>
/// <param name="Subject">The stream it is in.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Position">Its place in the log; positions grow, with holes.</param>
/// <param name="OccurredAt">Valid time, with the offset of the person's zone then.</param>
/// <param name="RecordedAt">When it was appended, UTC.</param>
/// <param name="Source">Through what it came: api, web, cli or import.</param>
/// <param name="Zone">The person's zone when it came.</param>
/// <param name="Data">The event itself, as its type declares it, in camelCase.</param>
public sealed record EventView(
    Guid Id,
    string Type,
    Guid Subject,
    long Version,
    long Position,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string? Source,
    string? Zone,
    JsonElement Data)
{
    private static readonly JsonSerializerOptions CamelCase = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>True of a record of the future: no figure counts it before its day. Left out of all others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Future { get; init; }

    /// <summary>The event, marked where it lies after a moment.</summary>
    internal static EventView Of(RecordedEvent e, DateTimeOffset now) => e.OccurredAt > now.AddDays(1) ? Of(e) with { Future = true } : Of(e);

    internal static EventView Of(RecordedEvent e) => new(
        e.Id,
        e.Type,
        e.Stream,
        e.Version,
        e.Position,
        e.OccurredAt,
        e.RecordedAt,
        e.Headers.Text(StoredHeaders.Source),
        e.Headers.Text(StoredHeaders.Zone),
        e.Data is UnreadableEvent unreadable
            ? JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["unreadable"] = unreadable.Reason })
            : JsonSerializer.SerializeToElement(e.Data, CamelCase.GetTypeInfo(e.Data.GetType())));
}
