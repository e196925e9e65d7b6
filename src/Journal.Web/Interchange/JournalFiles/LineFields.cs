using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>The properties of an event's line.</summary>
internal sealed class LineFields(JsonElement line)
{
    private static readonly string[] Names = ["id", "stream", "type", "recordedAt", "source", "zone", "correlation", "causation", "headers", "data"];

    /// <summary>The text of a property that the store can keep; null where there is none.</summary>
    public static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && StorableJson.Check(value) ? value.GetString() : null;

    public (JournalFileLine? Line, Refusal? Refusal) Read()
    {
        if (line.EnumerateObject().Any(property => !Array.Exists(Names, property.NameEquals)))
            return Refuse($"It has a property besides {string.Join(", ", Names)}.");
        if (Wrong() is { } wrong)
            return Refuse($"{wrong} is missing or not of its type.");
        if (JournalFileJson.Named(Text(line, "type")!) is not { } type)
            return (null, Refusal.Invalid("import.type", "There is no such type of event."));
        var (data, refusal) = ReadData(type);
        if (data is null)
            return (null, refusal);
        return data.SubjectId == line.GetProperty("stream").GetGuid() ? (Make(data), null) : Refuse("stream is not the subject of the event.");
    }

    private string? Wrong() =>
        !IsId("id") ? "id"
        : !IsId("stream") ? "stream"
        : Text(line, "type") is null ? "type"
        : !Instant.TryParse(Text(line, "recordedAt"), out _) ? "recordedAt"
        : Array.Find(["source", "zone", "correlation", "causation"], name => line.TryGetProperty(name, out _) && Text(line, name) is null) is { } text ? text
        : line.TryGetProperty("headers", out var headers) && (headers.ValueKind != JsonValueKind.Object || !StorableJson.Check(headers)) ? "headers"
        : !line.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || !StorableJson.Check(data) ? "data"
        : null;

    private bool IsId(string name) => Guid.TryParseExact(Text(line, name), "D", out var id) && id != Guid.Empty;

    private (IJournalEvent? Data, Refusal? Refusal) ReadData(JsonTypeInfo type)
    {
        try
        {
            return ((IJournalEvent)line.GetProperty("data").Deserialize(type)!, null);
        }
        catch (JsonException mismatch)
        {
            // A name that is not declared may be something a person wrote.
            var member = type.Properties.FirstOrDefault(property => mismatch.Path == "$." + property.Name)?.Name;
            return (null, Refusal.Invalid("import.line", $"data is not of its type{(member is null ? "" : $": {member}")}."));
        }
    }

    private JournalFileLine Make(IJournalEvent data) => new(
        line.GetProperty("id").GetGuid(),
        Instant.TryParse(Text(line, "recordedAt"), out var recordedAt) ? recordedAt : default,
        Text(line, "source"),
        Text(line, "zone"),
        Text(line, "correlation"),
        Text(line, "causation"),
        line.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.Clone(), StringComparer.Ordinal) : [],
        data);

    private static (JournalFileLine? Line, Refusal? Refusal) Refuse(string reason) => (null, Refusal.Invalid("import.line", reason));
}
