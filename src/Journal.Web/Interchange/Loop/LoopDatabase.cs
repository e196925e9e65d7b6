using Microsoft.Data.Sqlite;

namespace Journal.Web.Interchange.Loop;

/// <summary>Reads a database of the Loop Habit Tracker app, versions 12 to 25. Opened read-only; the file is never changed.</summary>
internal sealed class LoopDatabase
{
    private const long OldestVersion = 12;

    // What SQLite answers for a file that is none of its own, or is damaged: SQLITE_NOTADB and SQLITE_CORRUPT.
    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    private LoopDatabase(long version, IReadOnlyList<LoopHabit> habits, IReadOnlyList<LoopRepetition> repetitions) =>
        (Version, Habits, Repetitions) = (version, habits, repetitions);

    public long Version { get; }

    public IReadOnlyList<LoopHabit> Habits { get; }

    public IReadOnlyList<LoopRepetition> Repetitions { get; }

    /// <exception cref="ImportFailedException"><c>import.nofile</c>, <c>import.notadatabase</c>, <c>import.damaged</c>, <c>import.notloop</c> or <c>import.version</c>.</exception>
    public static LoopDatabase Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ImportFailedException("import.nofile", $"There is no file {path}.");
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            return Read(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            throw new ImportFailedException("import.notadatabase", "The file is not a SQLite database.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Corrupt)
        {
            throw Damaged(e);
        }
        catch (SqliteException e)
        {
            throw new ImportFailedException("import.unreadable", $"The file cannot be read: {e.Message}", e);
        }
    }

    private static LoopDatabase Read(SqliteConnection connection)
    {
        var version = Scalar<long>(connection, "pragma user_version");
        if (Scalar<long>(connection, "select count(*) from sqlite_master where type = 'table' and lower(name) in ('habits', 'repetitions')") != 2)
        {
            throw new ImportFailedException("import.notloop", "The file is a SQLite database, but not one of the Loop Habit Tracker.");
        }

        if (Scalar<string>(connection, "pragma quick_check(1)") != "ok")
        {
            throw Damaged();
        }

        return version < OldestVersion
            ? throw new ImportFailedException("import.version", $"The database has version {version}; versions from {OldestVersion} on can be read. A newer Loop app brings it up to date.")
            : new(version, ReadHabits(connection), ReadRepetitions(connection));
    }

    private static ImportFailedException Damaged(Exception? cause = null) => new("import.damaged", "The database is damaged or cut short.", cause);

    private static List<LoopHabit> ReadHabits(SqliteConnection connection) =>
        SqliteRow.All(connection, "select * from Habits order by Id", row => new LoopHabit(
            row.Long("id") ?? 0,
            row.Text("name") ?? "",
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
        SqliteRow.All(connection, "select * from Repetitions order by habit, timestamp, Id", row => new LoopRepetition(
            row.Long("habit") ?? 0,
            row.Long("timestamp") ?? long.MinValue,
            row.Has("value") ? row.Long("value") ?? -1 : 2,
            row.Text("notes"),
            row.Json()));

    private static T Scalar<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }
}
