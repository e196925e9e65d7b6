using Microsoft.Data.Sqlite;

namespace Journal.Web.Tests.Interchange;

/// <summary>A Loop database with the columns that a version of the app has, in a file of its own.</summary>
internal sealed class LoopFile : IDisposable
{
    private readonly int version;

    public LoopFile(int version)
    {
        this.version = version;
        Execute($"pragma user_version = {version}");
        Execute($"""
            create table Habits (Id integer primary key autoincrement, archived integer, color integer, description text, freq_den integer, freq_num integer,
                highlight integer, name text, position integer, reminder_days integer, reminder_hour integer, reminder_min integer
                {(version >= 16 ? ", type integer not null default 0" : "")}
                {(version >= 18 ? ", target_type integer not null default 0, target_value real not null default 0, unit text not null default ''" : "")}
                {(version >= 23 ? ", question text" : "")}
                {(version >= 24 ? ", uuid text" : "")})
            """);
        Execute($"""
            create table Repetitions (id integer primary key autoincrement, habit integer, timestamp integer
                {(version >= 16 ? ", value integer not null default 2" : "")}
                {(version >= 25 ? ", notes text" : "")})
            """);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"loop-{Guid.NewGuid():N}.db");

    public void Habit(long id, string name, int times = 1, int days = 1, string columns = "", string values = "") =>
        Execute($"insert into Habits (Id, name, freq_num, freq_den, archived{columns}) values ({id}, '{name.Replace("'", "''", StringComparison.Ordinal)}', {times}, {days}, 0{values})");

    public void Archive(long id) => Execute($"update Habits set archived = 1 where Id = {id}");

    public void Tick(long habit, DateOnly day, long value = 2, string? notes = null) => Execute(
        $"insert into Repetitions (habit, timestamp{(version >= 16 ? ", value" : "")}{(version >= 25 ? ", notes" : "")}) "
        + $"values ({habit}, {Milliseconds(day)}{(version >= 16 ? $", {value}" : "")}{(version >= 25 ? notes is null ? ", null" : $", '{notes}'" : "")})");

    /// <summary>A habit of an app that gives its habits ids of their own.</summary>
    public void Named(long id, string name, string uuid, int times = 1, int days = 1) => Habit(id, name, times, days, ", uuid", $", '{uuid}'");

    /// <summary>A value for each day from the first on; null for none.</summary>
    public void Days(long habit, DateOnly first, IEnumerable<long?> values)
    {
        foreach (var (day, value) in values.Index())
        {
            if (value is { } known)
                Tick(habit, first.AddDays(day), known);
        }
    }

    public void Remove(long habit, DateOnly day) => Execute($"delete from Repetitions where habit = {habit} and timestamp = {Milliseconds(day)}");

    public void Change(long habit, DateOnly day, long value) =>
        Execute($"update Repetitions set value = {value} where habit = {habit} and timestamp = {Milliseconds(day)}");

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => File.Delete(Path);

    private static long Milliseconds(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
