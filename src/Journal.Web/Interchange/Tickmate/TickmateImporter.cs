using Journal.Web.Interchange.Sources;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Interchange.Tickmate;

/// <summary>Databases of Tickmate: tracks and their ticks.</summary>
public sealed class TickmateImporter : IImporter
{
    private const long MostTracks = 10_000;
    private const long MostTicks = 1_000_000;

    public string Name => "tickmate";

    public string File => "a database of Tickmate";

    public Likeness Recognize(SourceFile file) => SqliteFile.Has(file, "tracks", "ticks") ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var notes = new ImportNotes();
        return new("tickmate", SourceHabit.All(SqliteFile.Read(file.Path, connection => Habits(connection, ask, notes), ct)), notes);
    }

    private static List<SourceHabit> Habits(SqliteConnection connection, ImportAsk ask, ImportNotes notes)
    {
        if (!SqliteFile.HasTables(connection, ["tracks", "ticks"]) || SqliteFile.Missing(connection, "tracks", ["_id", "name"]).Count > 0 || SqliteFile.Missing(connection, "ticks", ["_track_id", "year", "month", "day"]).Count > 0)
            throw new ImportFailedException("import.format", "The file is a SQLite database, but not one of Tickmate.");
        SqliteFile.CheckRows(connection, "tracks", MostTracks);
        SqliteFile.CheckRows(connection, "ticks", MostTicks);
        SqliteFile.CheckWhole(connection);

        // Months are counted from 0 there.
        var ticks = SqliteRow.All(connection, "select * from ticks", row => (Track: row.Long("_track_id") ?? -1, Day: Day(row.Long("year"), row.Long("month") + 1, row.Long("day")), Row: row.Json())).ToLookup(tick => tick.Track);
        var tracks = SqliteRow.All(connection, "select * from tracks order by _id", row =>
        {
            var id = row.Long("_id") ?? 0;
            var isCounted = row.Long("multiple_entries_per_day") is not (null or 0);
            var habit = new SourceHabit(ask, $"tickmate:{id}", row.Text("name"), "tracks", row.Json()) { Archived = row.Long("enabled") == 0, Unit = isCounted ? "times" : null };
            foreach (var day in ticks[id].Where(tick => tick.Day is not null).GroupBy(tick => tick.Day!.Value))
                habit.Done(day.Key, day.First().Row, isCounted ? day.Count() : null);
            return (Id: id, Habit: habit);
        });
        notes.Skip("time.invalid", ticks.Sum(track => track.Count(tick => tick.Day is null)));
        notes.Skip("tickmate.notrack", ticks.Where(track => !tracks.Exists(known => known.Id == track.Key)).Sum(track => track.Count()));
        return [.. tracks.Select(track => track.Habit)];
    }

    private static DateOnly? Day(long? year, long? month, long? day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month) ? new DateOnly((int)year, (int)month, (int)day) : null;
}
