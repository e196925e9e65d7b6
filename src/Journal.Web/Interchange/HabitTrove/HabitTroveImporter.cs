using System.Text.Json;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.HabitTrove;

/// <summary>The habits file of HabitTrove: habits with the moments they were completed at.</summary>
public sealed class HabitTroveImporter : IImporter
{
    private const string Habits = "habits";
    private const string Completions = "completions";

    public string Name => "habittrove";

    public string File => "the habits of HabitTrove";

    public Likeness Recognize(SourceFile file) => file is not null && JsonHead.Is(file, Habits, Completions, "coinReward") ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var notes = new ImportNotes();
        return new("habittrove", All(file.Text("HabitTrove"), ask, notes), notes);
    }

    private IEnumerable<ImportedRecord> All(SourceEntry text, ImportAsk ask, ImportNotes notes)
    {
        using var stream = text.OpenUtf8();
        var keys = new SourceEntries(ask, Name, Habits);
        return SourceHabit.All([.. JsonItems.Read(stream, Habits).Select(one => Habit(one.Item, $"line {one.Line}", ask, keys, notes))]);
    }

    private static SourceHabit Habit(JsonElement item, string place, ImportAsk ask, SourceEntries keys, ImportNotes notes)
    {
        var (times, every) = Cadence(item.Text("frequency"));
        var target = item.Number("targetCompletions");
        var habit = new SourceHabit(ask, keys.Key(item.Text("id") ?? item.Text("name") ?? ""), item.Text("name"), Habits, item.Verbatim(Completions))
        {
            Times = times,
            Every = every,
            Target = target > 1 ? target : null,
            Unit = target > 1 ? "times" : null,
            Archived = item.Flag("archived"),
        };
        var moments = item.Texts(Completions).Select(text => LocalTime.TryParse(text, out var time) ? time.In(ask.Zone) : (DateTimeOffset?)null).ToList();
        foreach (var _ in moments.Where(moment => moment is null))
            notes.Skip(place, "time.invalid");
        foreach (var day in moments.OfType<DateTimeOffset>().GroupBy(ask.DayOf))
            habit.Done(day.Key, JsonFields.Row([Completions], [string.Join(", ", day.Select(moment => moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))]), target > 1 ? day.Count() : null);
        return habit;
    }

    // Words of its first versions, and a rule as calendars write it since: where it names days of the week, they are counted.
    private static (int? Times, int Every) Cadence(string? frequency)
    {
        var rule = frequency?.ToUpperInvariant() ?? "";
        var interval = rule.Split("INTERVAL=") is [_, var behind] && int.TryParse(behind.Split(';')[0], out var every) ? every : 1;
        return rule.Split("BYDAY=") is [_, var days] ? (days.Split(';')[0].Split(',').Length, 7 * interval)
            : rule.Contains("DAILY", StringComparison.Ordinal) ? (1, interval)
            : rule.Contains("WEEKLY", StringComparison.Ordinal) ? (1, 7 * interval)
            : rule.Contains("MONTHLY", StringComparison.Ordinal) ? (1, 30 * interval)
            : (null, 1);
    }
}
