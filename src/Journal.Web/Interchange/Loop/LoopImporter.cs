using System.Text.Json;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Loop;

/// <summary>Databases of the Loop Habit Tracker.</summary>
public sealed class LoopImporter : IImporter
{
    public string Name => "loop";

    public string File => "a database of the Loop Habit Tracker";

    public Likeness Recognize(SourceFile file) => SqliteFile.Has(file, "habits", "repetitions") ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var database = LoopDatabase.Read(file.Path, ct);
        return new LoopMapping(ask.Zone, ask.Now).Map($"loop {database.Version}", database.Habits, database.Repetitions);
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
