using System.Globalization;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.HabitBull;

/// <summary>The CSV of HabitBull: a row for each day of each habit that something was said of. How often a habit is meant is not in it.</summary>
public sealed class HabitBullImporter : IImporter
{
    public string Name => "habitbull";

    public string File => "a CSV of HabitBull";

    public Likeness Recognize(SourceFile file) =>
        file?.Main is not null && CsvRows.Header(file.Head) is ["HabitName", "HabitDescription", "HabitCategory", "CalendarDate", "Value", ..] ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var notes = new ImportNotes();
        return new("habitbull", Records(file, ask, notes), notes);
    }

    private IEnumerable<ImportedRecord> Records(SourceFile file, ImportAsk ask, ImportNotes notes)
    {
        var rows = CsvTable.Read(file.Text("HabitBull"), CsvRows.SeparatorOf(file.Head)).GroupBy(row => row["HabitName"], StringComparer.Ordinal);
        return SourceHabit.All([.. rows.Select(habit => Habit(ask, habit.Key, [.. habit], notes))]);
    }

    private SourceHabit Habit(ImportAsk ask, string name, List<CsvTable> rows, ImportNotes notes)
    {
        var habit = new SourceHabit(ask, $"{Name}:{name}", name, "csv", JsonFields.Row(["HabitName", "HabitDescription", "HabitCategory"], [name, rows[0]["HabitDescription"], rows[0]["HabitCategory"]]));

        // A habit that is counted has other values than done and not done.
        var isCounted = rows.Exists(row => row.Number("Value") is not (null or 0 or 1));
        foreach (var row in rows)
        {
            if (!DateOnly.TryParseExact(row["CalendarDate"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                notes.Skip(row.Place, "time.invalid");
            else if (row.Number("Value") is not { } value || value < 0)
                notes.Skip(row.Place, "value.invalid");
            else if (value == 0)
                habit.Missed(day, row.Verbatim(), row["CommentText"]);
            else
                habit.Done(day, row.Verbatim(), isCounted ? value : null, row["CommentText"]);
        }

        return habit;
    }
}
