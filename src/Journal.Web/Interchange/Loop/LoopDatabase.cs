using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Journal.Web.Interchange.Loop;

/// <summary>Reads a database of the Loop Habit Tracker app, versions 12 to 25. Opened read-only; the file is never changed.</summary>
internal sealed class LoopDatabase
{
    private const long OldestVersion = 12;
    private const long NewestVersion = 25;

    // Ten years of a hundred habits are a third of the rows, in 30 MB.
    private const long MostBytes = 256L << 20;
    private const long MostHabits = 10_000;
    private const long MostRepetitions = 1_000_000;
    private const int MostColumns = 100;
    private const int LongestCell = 4 << 20;

    // SQLite's own steps, and not seconds: a slow machine reads what a fast one does. Reading the most rows there may be takes a tenth of it.
    private const int StepsBetweenLooks = 100_000;
    private const int MostLooks = 10_000;

    // What SQLite answers for a file that is none of its own, is damaged, has cells that are too long, or takes too long.
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int TooBig = 18;
    private const int Interrupted = 9;

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
    public static LoopDatabase Read(string path, CancellationToken ct)
    {
        var file = PlainFile.Find(path, MostBytes);
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            Bound(connection, ct);
            return Read(connection);
        }
        catch (SqliteException e)
        {
            ct.ThrowIfCancellationRequested();
            throw e.SqliteErrorCode switch
            {
                NotADatabase => new ImportFailedException("import.notadatabase", "The file is not a SQLite database.", e),
                Corrupt => Damaged(e),
                TooBig => new ImportFailedException("import.size", $"A cell or row of the database is longer than {LongestCell >> 20} MiB.", e),
                Interrupted => new ImportFailedException("import.size", "The database takes more work to read than any of Loop's.", e),
                _ => new ImportFailedException("import.unreadable", $"The file cannot be read: {e.Message}", e),
            };
        }
    }

    // A database can hold expressions that are worked out while it is read: they may call nothing that does more, and neither take for ever nor fill the memory.
    private static void Bound(SqliteConnection connection, CancellationToken ct)
    {
        var looks = 0;
        raw.sqlite3_limit(connection.Handle, raw.SQLITE_LIMIT_LENGTH, LongestCell);
        raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => ct.IsCancellationRequested || ++looks > MostLooks ? 1 : 0, null);
        using var command = connection.CreateCommand();
        command.CommandText = "pragma trusted_schema = off";
        command.ExecuteNonQuery();
    }

    private static LoopDatabase Read(SqliteConnection connection)
    {
        var version = Scalar<long>(connection, "pragma user_version");
        if (Scalar<long>(connection, "select count(*) from sqlite_master where type = 'table' and rootpage > 0 and lower(name) in ('habits', 'repetitions')") != 2)
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
        CheckRows(connection, "Habits", MostHabits);
        CheckRows(connection, "Repetitions", MostRepetitions);
        return Scalar<string>(connection, "pragma quick_check(1)") == "ok" ? new(version, ReadHabits(connection), ReadRepetitions(connection)) : throw Damaged();
    }

    private static void CheckColumns(SqliteConnection connection, string table, string[] needed)
    {
        var columns = SqliteRow.All(connection, $"select name from pragma_table_xinfo('{table}')", row => row.Text("name") ?? "");
        if (columns.Count > MostColumns)
        {
            throw new ImportFailedException("import.size", $"{table} has more than {MostColumns} columns.");
        }

        if (needed.Except(columns, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } missing)
        {
            throw NotLoop($"and its table {table} has no column {string.Join(", ", missing)}, as the Loop Habit Tracker's has");
        }
    }

    private static void CheckRows(SqliteConnection connection, string table, long most)
    {
        if (Scalar<long>(connection, $"select count(*) from {table}") is var rows && rows > most)
        {
            throw new ImportFailedException("import.size", $"{table} has {rows} rows; at most {most} can be read.");
        }
    }

    private static ImportFailedException NotLoop(string why) => new("import.notloop", $"The file is a SQLite database, {why}.");

    private static ImportFailedException Damaged(Exception? cause = null) => new("import.damaged", "The database is damaged or cut short.", cause);

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

    private static T Scalar<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }
}
