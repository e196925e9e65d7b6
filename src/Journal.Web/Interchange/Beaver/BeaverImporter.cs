using System.Globalization;
using System.Text.Json;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Beaver;

/// <summary>The JSON of Beaver Habit Tracker: habits with the days that were ticked.</summary>
public sealed class BeaverImporter : IImporter
{
    private const string Habits = "habits";
    private const string Records = "records";

    public string Name => "beaver";

    public string File => "an export of Beaver Habit Tracker";

    public Likeness Recognize(SourceFile file) => file is not null && JsonHead.Is(file, Habits, Records, "name") && (JsonHead.Names(file.Head, "day") || JsonHead.Names(file.Head, "order")) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var notes = new ImportNotes();
        return new("beaver", All(file.Text("Beaver Habit Tracker"), ask, notes), notes);
    }

    private IEnumerable<ImportedRecord> All(SourceEntry text, ImportAsk ask, ImportNotes notes)
    {
        using var stream = text.OpenUtf8();
        var keys = new SourceEntries(ask, Name, Habits);
        return SourceHabit.All([.. JsonItems.Read(stream, Habits).Select(one => Habit(one.Item, one.Line, ask, keys, notes))]);
    }

    private static SourceHabit Habit(JsonElement item, int line, ImportAsk ask, SourceEntries keys, ImportNotes notes)
    {
        var period = item.Of("period");
        var (times, every) = Cadence(period, item.Number("weekly_goal"));
        var habit = new SourceHabit(ask, keys.Key(item.Text("id") ?? item.Text("name") ?? ""), item.Text("name"), Habits, item.Verbatim(Records))
        {
            Times = times,
            Every = every,
            Archived = item.Text("status") is "archive" or "archived" or "soft_delete",
        };
        foreach (var record in item.List(Records))
        {
            if (!DateOnly.TryParseExact(record.Text("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                notes.Skip(string.Create(CultureInfo.InvariantCulture, $"line {line}"), "time.invalid");
            else if (record.Flag("done"))
                habit.Done(day, record.Verbatim(), note: record.Text("text"));
            else
                habit.Missed(day, record.Verbatim(), record.Text("text"));
        }

        return habit;
    }

    private static (int? Times, int Every) Cadence(JsonElement period, double? weekly)
    {
        var days = period.Text("period_type") switch { "D" => 1, "W" => 7, "M" => 30, "Y" => 365, _ => 0 };
        return days > 0 ? ((int)Math.Clamp(period.Number("target_count") ?? 1, 1, 1000), (int)Math.Clamp(days * (period.Number("period_count") ?? 1), 1, 366))
            : weekly is > 0 and <= 1000 ? ((int)weekly, 7) : (null, 1);
    }
}
