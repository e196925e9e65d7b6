using System.Globalization;
using Journal.Web.Interchange.Loop;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.LoopCsv;

/// <summary>The archives of CSV that the Loop Habit Tracker writes: a list of habits, and a folder for each with its days.</summary>
public sealed class LoopCsvImporter : IImporter
{
    private const string Habits = "Habits.csv";
    private const string Days = "Checkmarks.csv";
    private const int MostHabits = 10_000;

    private static readonly Dictionary<string, long> Words = new(StringComparer.OrdinalIgnoreCase) { ["YES_MANUAL"] = 2, ["YES_AUTO"] = 1, ["NO"] = 0, ["SKIP"] = 3, ["UNKNOWN"] = -1 };

    public string Name => "loopcsv";

    public string File => "an archive of CSV of the Loop Habit Tracker";

    public Likeness Recognize(SourceFile file) =>
        file is { Shape: SourceShape.Archive } && file.Entries.Any(entry => entry.Name == Habits) && file.Entries.Any(IsDays) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var list = file.Entries.FirstOrDefault(entry => entry.Name == Habits) ?? throw new ImportFailedException("import.notloop", $"There is no {Habits} in it, as there is in an archive of the Loop Habit Tracker.");
        var habits = ReadHabits(list);
        var folders = file.Entries.Where(IsDays).Select(entry => (Entry: entry, Position: Position(entry.Name))).ToList();
        var days = folders.SelectMany(folder => ReadDays(folder.Entry, folder.Position)).ToList();
        return new LoopMapping(ask.Zone, ask.Now).Map("loop csv", habits, days);
    }

    private static bool IsDays(SourceEntry entry) => entry.Name.Split('/') is [var folder, Days] && Position(folder) >= 0;

    private static int Position(string name) => name.IndexOfAny([' ', '/']) is > 0 and var end && int.TryParse(name[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var alone) ? alone : -1;

    private static List<LoopHabit> ReadHabits(SourceEntry entry)
    {
        var (habits, names) = (new List<LoopHabit>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in CsvTable.Read(entry, ','))
        {
            if (habits.Count == MostHabits)
                throw new ImportFailedException("import.size", $"There are more than {MostHabits} habits.");
            var name = row["Name"];
            var again = names[name] = names.GetValueOrDefault(name) + 1;
            habits.Add(new(
                row.Whole("Position") ?? -2,
                null,
                name,
                Within(row.Whole("FrequencyNumerator") ?? row.Whole("NumRepetitions"), 1000),
                Within(row.Whole("FrequencyDenominator") ?? row.Whole("Interval"), 366),
                row["Archived?"].Equals("true", StringComparison.OrdinalIgnoreCase),
                row["Type"].StartsWith("NUM", StringComparison.OrdinalIgnoreCase) || row["Type"].StartsWith("MEAS", StringComparison.OrdinalIgnoreCase),
                row["Target Type"].Contains("MOST", StringComparison.OrdinalIgnoreCase),
                row.Number("Target Value") ?? 0,
                row["Unit"],
                row.Verbatim())
            {
                // The archive has no ids: a name that changes is another habit.
                Key = SourceKey.Of(again == 1 ? $"loopcsv:{name}" : string.Create(CultureInfo.InvariantCulture, $"loopcsv:{name}#{again}")),
            });
        }

        return habits;
    }

    private static IEnumerable<LoopRepetition> ReadDays(SourceEntry entry, int habit)
    {
        foreach (var row in CsvTable.Read(entry, ','))
        {
            var at = DateOnly.TryParseExact(row["Date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds() : long.MinValue;
            yield return new(row.Line, habit, at, Words.TryGetValue(row["Value"], out var word) ? word : row.Whole("Value") ?? -1, row["Notes"] is { Length: > 0 } notes ? notes : null, row.Verbatim());
        }
    }

    private static int Within(long? value, int most) => (int)Math.Clamp(value ?? 1, 1, most);
}
