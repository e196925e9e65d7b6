using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Journal.Web.Interchange.Sources;

/// <summary>A SQLite database of another application. Opened read-only; the file is never changed.</summary>
internal static class SqliteFile
{
    private const int LongestCell = 4 << 20;
    private const int MostColumns = 100;

    // SQLite's own steps, and not seconds: a slow machine reads what a fast one does. Reading the most rows there may be takes a tenth of it.
    private const int StepsBetweenLooks = 100_000;
    private const int MostLooks = 10_000;

    // What SQLite answers for a file that is none of its own, is damaged, has cells that are too long, or takes too long.
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int TooBig = 18;
    private const int Interrupted = 9;

    /// <exception cref="ImportFailedException"><c>import.nofile</c>, <c>import.unreadable</c>, <c>import.notadatabase</c>, <c>import.damaged</c>, <c>import.size</c>.</exception>
    public static T Read<T>(string path, Func<SqliteConnection, T> read, CancellationToken ct)
    {
        var file = PlainFile.Find(path, SourceFile.MostBytes);
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            Bound(connection, ct);
            return read(connection);
        }
        catch (SqliteException e)
        {
            ct.ThrowIfCancellationRequested();
            throw e.SqliteErrorCode switch
            {
                NotADatabase => new ImportFailedException("import.notadatabase", "The file is not a SQLite database.", e),
                Corrupt => Damaged(e),
                TooBig => new ImportFailedException("import.size", $"A cell or row of the database is longer than {LongestCell >> 20} MiB.", e),
                Interrupted => new ImportFailedException("import.size", "The database takes more work to read than any that an app writes.", e),
                _ => new ImportFailedException("import.unreadable", $"The file cannot be read: {e.Message}", e),
            };
        }
    }

    /// <summary>Whether it is a database with these tables; one that cannot be read has none.</summary>
    public static bool Has(SourceFile file, params IReadOnlyList<string> tables)
    {
        if (file.Shape != SourceShape.Database)
            return false;
        try
        {
            return Read(file.Path, connection => HasTables(connection, tables), CancellationToken.None);
        }
        catch (ImportFailedException)
        {
            return false;
        }
    }

    /// <summary>Whether it has tables of these names, in small letters. A view is none: it could do anything.</summary>
    public static bool HasTables(SqliteConnection connection, IReadOnlyList<string> tables) =>
        Scalar<long>(connection, $"select count(*) from sqlite_master where type = 'table' and rootpage > 0 and lower(name) in ({string.Join(", ", tables.Select(table => $"'{table}'"))})") == tables.Count;

    /// <summary>The columns that are missing in a table.</summary>
    public static IReadOnlyList<string> Missing(SqliteConnection connection, string table, IEnumerable<string> needed)
    {
        var columns = SqliteRow.All(connection, $"select name from pragma_table_xinfo('{table}')", row => row.Text("name") ?? "");
        return columns.Count > MostColumns
            ? throw new ImportFailedException("import.size", $"{table} has more than {MostColumns} columns.")
            : [.. needed.Except(columns, StringComparer.OrdinalIgnoreCase)];
    }

    public static void CheckRows(SqliteConnection connection, string table, long most)
    {
        if (Scalar<long>(connection, $"select count(*) from {table}") is var rows && rows > most)
            throw new ImportFailedException("import.size", $"{table} has {rows} rows; at most {most} can be read.");
    }

    /// <summary>Looks through the whole file.</summary>
    public static void CheckWhole(SqliteConnection connection)
    {
        if (Scalar<string>(connection, "pragma quick_check(1)") != "ok")
            throw Damaged();
    }

    public static T Scalar<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
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

    private static ImportFailedException Damaged(Exception? cause = null) => new("import.damaged", "The database is damaged or cut short.", cause);
}
