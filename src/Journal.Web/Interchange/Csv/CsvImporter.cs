using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Journal.Recording;
using Journal.States;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Csv;

/// <summary>Any table with a column of days, by what its columns mean: entries, ratings, and the days of practices.</summary>
public sealed class CsvImporter : IImporter
{
    private const int MostHabits = 1_000;

    private static readonly string[] Yes = ["1", "x", "yes", "true", "y", "done", "✓", "✔", "completed", "checked"];
    private static readonly string[] No = ["0", "no", "false", "n", "missed", "-", "✗", "✘", "failed"];
    private static readonly string[] Excused = ["skip", "skipped", "excused"];
    private static readonly string[] Unsaid = ["?", "unknown", "n/a", "na"];
    private static readonly string[] Times = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "h:mm tt", "h:mmtt", "h:mm:ss tt"];

    public string Name => "csv";

    public string File => "a table with a column of days (CSV)";

    public Likeness Recognize(SourceFile file) => file?.Main is not null && CsvMap.HasDays(file.Head) ? Likeness.Possible : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var (table, separator) = (file.Text("a spreadsheet"), CsvRows.SeparatorOf(file.Head));
        var map = CsvMap.Of(table, separator, ask.Map, ask.Remembered);

        // Two tables of one person are told apart by what is read of them.
        var read = string.Join('\n', map.Shown.Where(column => column.Value != "ignore").Select(column => $"{column.Key}={column.Value.Split(':')[0]}").Order(StringComparer.Ordinal));
        var keys = $"{Name}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read)).AsSpan(0, 4))}";
        var entries = new SourceEntries(ask, keys, "csv");
        return new("csv", new Rows(map, separator, ask, entries, keys).Read(table), entries.Notes) { Keys = keys + ":", Map = map.Shown, MapIsRemembered = map.IsRemembered };
    }

    private sealed class Rows(CsvMap map, char separator, ImportAsk ask, SourceEntries entries, string keys)
    {
        private readonly Dictionary<string, SourceHabit> habits = new(StringComparer.Ordinal);
        private readonly (int Date, int Time, int Id, int Practice, int Done, int Amount, int Note) at =
            (map.Column(CsvKind.Date), map.Column(CsvKind.Time), map.Column(CsvKind.Id), map.Column(CsvKind.Practice), map.Column(CsvKind.Done), map.Column(CsvKind.Amount), map.Column(CsvKind.Note));

        public IEnumerable<ImportedRecord> Read(SourceEntry table)
        {
            using var text = table.OpenText();
            foreach (var (line, cells) in CsvRows.Read(text, separator).Skip(1))
            {
                foreach (var record in Row(string.Create(CultureInfo.InvariantCulture, $"line {line}"), cells))
                    yield return record;
            }

            foreach (var practice in SourceHabit.All(habits.Values))
                yield return practice;
        }

        private List<ImportedRecord> Row(string place, string[] cells)
        {
            if (WrittenDays.Of(Cell(cells, at.Date), map.MonthFirst) is not { } day)
            {
                entries.Notes.Skip(place, "time.invalid");
                return [];
            }

            var verbatim = JsonFields.Row(map.Header, cells);
            var moment = Moment(cells, day);
            var days = Days(place, cells, ask.DayStartsAt == default ? day : ask.DayOf(moment), verbatim);
            var records = Written(place, cells, moment, verbatim, () => Cell(cells, at.Id) is { Length: > 0 } id ? $"id {id}" : moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
            if (!days && records.Count == 0)
                entries.Notes.Skip(place, "row.empty");
            return records;
        }

        private List<ImportedRecord> Written(string place, string[] cells, DateTimeOffset moment, string verbatim, Func<string> name)
        {
            var (title, text) = (Joined(cells, CsvKind.Title, " "), Joined(cells, CsvKind.Text, "\n\n"));
            string[] tags = [.. map.Columns(CsvKind.Tags).SelectMany(column => Cell(cells, column).Split(',', ';', '|'))];
            var sample = Sample(place, cells);
            if (title is null && text is null && sample is null)
                return [];
            var (key, records) = (entries.Key(name()), new List<ImportedRecord>());
            if (sample is not null)
                records.Add(new ImportedSample(entries.Row(key + ":state", verbatim), sample with { OccurredAt = moment }, null, place));
            if ((title, text) is not (null, null)
                && entries.Entry(entries.Row(key, verbatim), place, title is not null && text is not null ? $"{title}\n\n{text}" : title ?? text, tags, moment) is { } entry)
            {
                records.Add(entry);
            }

            return records;
        }

        private SampleState? Sample(string place, string[] cells)
        {
            var ratings = new List<ScaledRating>();
            foreach (var column in map.Columns(CsvKind.Rating).Where(column => Cell(cells, column).Length > 0))
            {
                if (WrittenNumbers.Of(Cell(cells, column), separator) is { } value)
                    ratings.Add(new(map.NameOf(column).ToLowerInvariant(), value, map[column].Lowest, map[column].Highest));
                else
                    entries.Notes.Skip(place, "value.invalid");
            }

            var sample = new SampleState(
                Whole(cells, CsvKind.Energy, place), Whole(cells, CsvKind.Motivation, place), Whole(cells, CsvKind.Confidence, place), Whole(cells, CsvKind.Doubt, place),
                Whole(cells, CsvKind.Frustration, place), Whole(cells, CsvKind.Enforcement, place), ratings.Count > 0 ? ratings : null);
            return sample == new SampleState() ? null : sample;
        }

        // Whether the row says anything of the days of practices.
        private bool Days(string place, string[] cells, DateOnly day, string verbatim)
        {
            var said = false;
            if (at.Practice >= 0 && Cell(cells, at.Practice) is { Length: > 0 } title)
            {
                said = true;
                Day(Habit(title, JsonFields.Row([map.NameOf(at.Practice)], [title])), place, day, verbatim, at.Done >= 0 ? Cell(cells, at.Done) : null, at.Amount >= 0 ? Cell(cells, at.Amount) : "", Cell(cells, at.Note));
            }

            foreach (var column in map.Columns(CsvKind.Habit).Where(column => Cell(cells, column).Length > 0))
            {
                said = true;
                Day(Habit(map.NameOf(column), JsonFields.Row(["column"], [map.NameOf(column)])), place, day, verbatim, Cell(cells, column), "", null);
            }

            return said;
        }

        private void Day(SourceHabit habit, string place, DateOnly day, string verbatim, string? done, string amount, string? note)
        {
            var number = WrittenNumbers.Of(amount.Length > 0 ? amount : done ?? "", separator);
            if (done is not null && Is(done, Excused))
                habit.Skipped(day, verbatim, note);
            else if (done is not null && Is(done, Unsaid))
                habit.Unknown(day, verbatim, note);
            else if ((done is not null && Is(done, No)) || (done is null or "" && number == 0))
                habit.Missed(day, verbatim, note);
            else if (done is null or "" || Is(done, Yes))
                habit.Done(day, verbatim, amount.Length > 0 ? number : null, note);
            else if (number is { } counted)
                habit.Done(day, verbatim, counted, note);
            else
                entries.Notes.Skip(place, "value.invalid");
        }

        private SourceHabit Habit(string title, string row)
        {
            if (habits.TryGetValue(title, out var known))
                return known;
            if (habits.Count == MostHabits)
                throw new ImportFailedException("import.size", $"The table names more than {MostHabits} practices.");
            return habits[title] = new(ask, $"{keys}:{title}", title, "csv", row);
        }

        private DateTimeOffset Moment(string[] cells, DateOnly day)
        {
            if (LocalTime.TryParse(Cell(cells, at.Date), out var written) && !written.IsWholeDay)
                return written.In(ask.Zone);
            return at.Time >= 0 && TimeOnly.TryParseExact(Cell(cells, at.Time), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
                && LocalTime.TryParse(day.ToDateTime(clock).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), out var time) ? time.In(ask.Zone) : ask.Noon(day);
        }

        private int? Whole(string[] cells, CsvKind kind, string place)
        {
            if (map.Column(kind) is var column && (column < 0 || Cell(cells, column).Length == 0))
                return null;
            if (WrittenNumbers.Of(Cell(cells, column), separator) is { } value && value == Math.Round(value) && Math.Abs(value) < 1000)
                return (int)value;
            entries.Notes.Skip(place, "value.invalid");
            return null;
        }

        private string? Joined(string[] cells, CsvKind kind, string between)
        {
            string[] parts = [.. map.Columns(kind).Select(column => Cell(cells, column)).Where(part => part.Length > 0)];
            return parts.Length > 0 ? string.Join(between, parts) : null;
        }

        private static bool Is(string cell, string[] words) => words.Contains(cell, StringComparer.OrdinalIgnoreCase);

        private static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : "";
    }
}
