using Journal.Web.Interchange.Sources;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Interchange.Loop;

/// <summary>Reads a database of the Loop Habit Tracker app, versions 12 to 25.</summary>
internal sealed class LoopDatabase
{
    private const long OldestVersion = 12;
    private const long NewestVersion = 25;

    // Ten years of a hundred habits are a third of the rows, in 30 MB.
    private const long MostHabits = 10_000;
    private const long MostRepetitions = 1_000_000;

    // No column of a file is called so.
    private const string RowNumber = "number of the row";

    private static readonly string[] HabitColumns = ["Id", "name", "freq_num", "freq_den", "archived"];
    private static readonly string[] RepetitionColumns = ["habit", "timestamp"];

    private LoopDatabase(long version, IReadOnlyList<LoopHabit> habits, IReadOnlyList<LoopRepetition> repetitions) =>
        (Version, Habits, Repetitions) = (version, habits, repetitions);

    public long Version { get; }

    public IReadOnlyList<LoopHabit> Habits { get; }

    /// <summary>By habit and day; of one day the older row first.</summary>
    public IReadOnlyList<LoopRepetition> Repetitions { get; }

    /// <exception cref="ImportFailedException">
    /// <c>import.nofile</c>, <c>import.unreadable</c>, <c>import.notadatabase</c>, <c>import.damaged</c>, <c>import.notloop</c>, <c>import.version</c>, <c>import.size</c>.
    /// </exception>
    public static LoopDatabase Read(string path, CancellationToken ct) => SqliteFile.Read(path, Read, ct);

    private static LoopDatabase Read(SqliteConnection connection)
    {
        var version = SqliteFile.Scalar<long>(connection, "pragma user_version");
        if (!SqliteFile.HasTables(connection, ["habits", "repetitions"]))
        {
            throw NotLoop("but not one of the Loop Habit Tracker");
        }

        // Before anything is read by names that a later version may have given another meaning.
        if (version is < OldestVersion or > NewestVersion)
        {
            throw new ImportFailedException(
                "import.version",
                $"The database has version {version}; versions {OldestVersion} to {NewestVersion} can be read. {(version < OldestVersion ? "A newer Loop app brings it up to date." : "A newer version of the journal may know it.")}");
        }

        CheckColumns(connection, "Habits", HabitColumns);
        CheckColumns(connection, "Repetitions", RepetitionColumns);
        SqliteFile.CheckRows(connection, "Habits", MostHabits);
        SqliteFile.CheckRows(connection, "Repetitions", MostRepetitions);
        SqliteFile.CheckWhole(connection);
        return new(version, ReadHabits(connection), ReadRepetitions(connection));
    }

    private static void CheckColumns(SqliteConnection connection, string table, string[] needed)
    {
        if (SqliteFile.Missing(connection, table, needed) is { Count: > 0 } missing)
        {
            throw NotLoop($"and its table {table} has no column {string.Join(", ", missing)}, as the Loop Habit Tracker's has");
        }
    }

    private static ImportFailedException NotLoop(string why) => new("import.notloop", $"The file is a SQLite database, {why}.");

    private static List<LoopHabit> ReadHabits(SqliteConnection connection) =>
        SqliteRow.All(connection, "select * from Habits order by Id", row => new LoopHabit(
            row.Long("id") ?? 0,
            row.Text("uuid"),
            row.Text("name"),
            (int)Math.Clamp(row.Long("freq_num") ?? 1, 1, 1000),
            (int)Math.Clamp(row.Long("freq_den") ?? 1, 1, 366),
            row.Long("archived") is not (null or 0),
            row.Long("type") == 1,
            row.Long("target_type") == 1,
            row.Double("target_value") ?? 0,
            row.Text("unit"),
            row.Json()));

    // From version 16 a repetition has a value; before, its being there was a tick.
    private static List<LoopRepetition> ReadRepetitions(SqliteConnection connection) =>
        SqliteRow.All(connection, $"select *, rowid as [{RowNumber}] from Repetitions order by habit, timestamp, rowid", row => new LoopRepetition(
            row.Long(RowNumber) ?? 0,
            row.Long("habit") ?? 0,
            row.Long("timestamp") ?? long.MinValue,
            row.Has("value") ? row.Long("value") ?? -1 : 2,
            row.Text("notes"),
            row.Json(without: RowNumber)));
}
