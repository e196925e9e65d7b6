using System.Text.Json;
using Journal.Recording;

namespace Journal.Web.Interchange.Loop;

/// <summary>Databases of the Loop Habit Tracker.</summary>
public sealed class LoopImporter : IImporter
{
    public string Name => "loop";

    public string Summary => "Import a Loop Habit Tracker database. Running it again carries over what has changed.";

    public string File => "A database of the Loop Habit Tracker (its export, a .db file).";

    public ImportedFile Read(string path, Author author, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        return new LoopMapping(author.Zone, now).Map(LoopDatabase.Read(path, ct));
    }

    /// <summary>The id that a habit keeps on every device, from its row as it was kept.</summary>
    internal static string? UuidIn(string row)
    {
        try
        {
            using var kept = JsonDocument.Parse(row);
            return kept.RootElement.TryGetProperty("uuid", out var uuid) && uuid.ValueKind == JsonValueKind.String && uuid.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            // A row that came in with a journal file may hold anything: then the habit is known by its place alone.
            return null;
        }
    }
}
