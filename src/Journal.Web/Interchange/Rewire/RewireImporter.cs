using System.Globalization;
using Journal.Web.Interchange.Sources;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Interchange.Rewire;

/// <summary>Databases of Rewire: habits with their schedule, and check-ins.</summary>
public sealed class RewireImporter : IImporter
{
    private const long MostHabits = 10_000;
    private const long MostCheckins = 1_000_000;
    private const long Done = 2;

    // A schedule of days of the week, of a number of times in a week, month or year, or of every so many days.
    private const long OnWeekdays = 0;
    private const long TimesIn = 1;
    private const long Every = 2;
    private static readonly int[] Periods = [7, 31, 365];

    public string Name => "rewire";

    public string File => "a database of Rewire";

    public Likeness Recognize(SourceFile file) => SqliteFile.Has(file, "habits", "checkins") ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var notes = new ImportNotes();
        return new("rewire", SourceHabit.All(SqliteFile.Read(file.Path, connection => Habits(connection, ask, notes), ct)), notes);
    }

    private static List<SourceHabit> Habits(SqliteConnection connection, ImportAsk ask, ImportNotes notes)
    {
        if (!SqliteFile.HasTables(connection, ["habits", "checkins"]) || SqliteFile.Missing(connection, "habits", ["_id", "name", "schedule"]).Count > 0 || SqliteFile.Missing(connection, "checkins", ["habit_id", "date", "type"]).Count > 0)
            throw new ImportFailedException("import.format", "The file is a SQLite database, but not one of Rewire.");
        SqliteFile.CheckRows(connection, "habits", MostHabits);
        SqliteFile.CheckRows(connection, "checkins", MostCheckins);
        SqliteFile.CheckWhole(connection);
        var checkins = SqliteRow.All(connection, "select * from checkins", row => (
            Habit: row.Long("habit_id") ?? -1,
            Day: Day(row.Text("date") ?? row.Long("date")?.ToString(CultureInfo.InvariantCulture)),
            Type: row.Long("type"),
            Row: row.Json())).ToLookup(checkin => checkin.Habit);
        return SqliteRow.All(connection, "select * from habits order by _id", row => Habit(row, checkins[row.Long("_id") ?? 0], ask, notes));
    }

    private static SourceHabit Habit(SqliteRow row, IEnumerable<(long Habit, DateOnly? Day, long? Type, string Row)> checkins, ImportAsk ask, ImportNotes notes)
    {
        var (times, every) = Cadence(row);
        var habit = new SourceHabit(ask, string.Create(CultureInfo.InvariantCulture, $"rewire:{row.Long("_id") ?? 0}"), row.Text("name"), "habits", row.Json()) { Times = times, Every = every };
        foreach (var (_, day, type, kept) in checkins)
        {
            if (day is not { } known)
                notes.Skip("time.invalid", 1);
            else if (type == Done)
                habit.Done(known, kept);
            else
                habit.LeaveOut("rewire.type");
        }

        return habit;
    }

    private static (int? Times, int Days) Cadence(SqliteRow row) => row.Long("schedule") switch
    {
        OnWeekdays when row.Text("active_days") is { } days => (days.Split(',', StringSplitOptions.RemoveEmptyEntries).Length, 7),
        TimesIn when row.Long("days") is >= 1 and <= 366 and var times && row.Long("period") is >= 0 and <= 2 and var period => ((int)times, Periods[period]),
        Every when row.Long("repeating_count") is >= 1 and <= 366 and var count => (1, (int)count),
        _ => (null, 1),
    };

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
