using System.Globalization;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Csv;

/// <summary>What the columns of a table mean: as somebody says, or else as their names and cells let one guess.</summary>
internal sealed class CsvMap
{
    private const int Looked = 2_000;

    private static readonly (CsvKind Kind, string[] Names)[] Known =
    [
        (CsvKind.Date, ["date", "day", "datetime", "timestamp", "created", "created_at", "createdat", "created at", "calendardate", "full_date", "entry date", "when"]),
        (CsvKind.Time, ["time", "hour"]),
        (CsvKind.Id, ["id", "uuid", "guid"]),
        (CsvKind.Practice, ["habit", "practice", "habitname", "habit name", "task", "tracker"]),
        (CsvKind.Done, ["done", "status", "completed", "checked", "state", "success"]),
        (CsvKind.Amount, ["amount", "value", "count", "quantity", "total"]),
        (CsvKind.Text, ["text", "entry", "note", "notes", "comment", "comments", "commenttext", "journal", "content", "body", "description", "thoughts"]),
        (CsvKind.Title, ["title", "subject", "headline"]),
        (CsvKind.Tags, ["tags", "tag", "labels", "label", "category", "categories", "activities"]),
    ];

    private static readonly string[] Rated = ["mood", "energy", "motivation", "confidence", "doubt", "frustration", "stress", "anxiety", "happiness", "sleep quality", "rating", "focus", "pain"];
    private static readonly (double Lowest, double Highest)[] Scales = [(1, 5), (1, 7), (1, 10), (0, 10), (0, 100)];
    private static readonly string[] Ticks = ["1", "0", "x", "yes", "no", "true", "false", "y", "n", "✓", "✔", "✗", "✘", "done", "missed", "skip", "skipped", "", "-"];

    private readonly CsvMeaning[] meanings;

    private CsvMap(string[] header, CsvMeaning[] meanings, bool monthFirst, bool isRemembered) => (Header, this.meanings, MonthFirst, IsRemembered) = (header, meanings, monthFirst, isRemembered);

    public string[] Header { get; }

    /// <summary>Whether days with slashes begin with the month.</summary>
    public bool MonthFirst { get; }

    /// <summary>Whether the meanings are those that the person gave a table of the same columns before.</summary>
    public bool IsRemembered { get; }

    /// <summary>The meanings by the names of their columns, as they are shown and given.</summary>
    public IReadOnlyDictionary<string, string> Shown => Header.Select((name, i) => (Name: NameOf(i), Meaning: meanings[i].ToString())).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Meaning, StringComparer.Ordinal);

    public CsvMeaning this[int column] => column < meanings.Length ? meanings[column] : new(CsvKind.Ignore);

    /// <summary>The first column of a meaning; -1 where there is none.</summary>
    public int Column(CsvKind kind) => Array.FindIndex(meanings, meaning => meaning.Kind == kind);

    public IEnumerable<int> Columns(CsvKind kind) => Enumerable.Range(0, meanings.Length).Where(i => meanings[i].Kind == kind);

    /// <summary>What a column is called; one without a name is called by its place.</summary>
    public string NameOf(int column) => Name(Header[column], column);

    /// <summary>Whether a table that begins so has a column of days.</summary>
    public static bool HasDays(string head)
    {
        try
        {
            using var text = new StringReader(head);
            var rows = CsvRows.Read(text, CsvRows.SeparatorOf(head)).Take(3).Select(row => row.Cells).ToList();
            return rows is [{ Length: > 1 } header, var first, ..] && first.Length <= header.Length && DateColumn(header, [first]) >= 0;
        }
        catch (ImportFailedException)
        {
            return false;
        }
    }

    /// <exception cref="ImportFailedException"><c>map.unknown</c>, <c>map.invalid</c>, <c>map.date</c>.</exception>
    public static CsvMap Of(SourceEntry table, char separator, IReadOnlyDictionary<string, string> given, IReadOnlyList<RememberedMap> remembered)
    {
        using var text = table.OpenText();
        var rows = CsvRows.Read(text, separator).Take(Looked).Select(row => row.Cells).ToList();
        if (rows.Count < 2)
            throw new ImportFailedException("csv.empty", "There is no row below the header.");
        var (header, cells) = (rows[0], rows[1..]);
        var before = given.Count == 0 && header.Select(Name).ToHashSet(StringComparer.Ordinal) is var columns ? remembered.FirstOrDefault(one => one.IsOf(columns)) : null;
        var meanings = before is not null ? Given(header, before.Map) : given.Count == 0 ? Guess(header, cells, separator) : Given(header, given);
        var date = Array.FindIndex(meanings, meaning => meaning.Kind == CsvKind.Date);
        if (date < 0)
            throw new ImportFailedException("map.date", "No column says the day: --map COLUMN=date names one.");
        return WrittenDays.MonthFirst(cells.Select(row => Cell(row, date))) is { } monthFirst ? new(header, meanings, monthFirst, before is not null)
            : throw new ImportFailedException("csv.date", $"Column {date + 1}: day and month cannot be told apart in any of the dates; write them as 2025-01-31.");
    }

    private static CsvMeaning[] Given(string[] header, IReadOnlyDictionary<string, string> given)
    {
        var (names, meanings) = (header.Select(Name).ToArray(), Enumerable.Repeat(new CsvMeaning(CsvKind.Ignore), header.Length).ToArray());
        foreach (var (name, meaning) in given)
        {
            var column = Array.FindIndex(names, one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column < 0)
                throw new ImportFailedException("map.unknown", $"There is no column of that name; there are {string.Join(", ", header.Take(20))}.");
            meanings[column] = CsvMeaning.Read(header[column], meaning);
        }

        return meanings;
    }

    private static CsvMeaning[] Guess(string[] header, List<string[]> rows, char separator)
    {
        var date = DateColumn(header, rows);
        var meanings = header.Select((name, i) => i == date ? new(CsvKind.Date) : ByName(name, rows, i, separator)).ToArray();
        Once(meanings, CsvKind.Date, date);

        // Where rows name their practice, what is written is written on its day; where none does, what is ticked is a practice.
        if (Array.Exists(meanings, meaning => meaning.Kind == CsvKind.Practice))
            return [.. meanings.Select(meaning => meaning.Kind == CsvKind.Text ? new CsvMeaning(CsvKind.Note) : meaning)];
        return [.. meanings.Select((meaning, i) => meaning.Kind is CsvKind.Ignore or CsvKind.Done or CsvKind.Amount ? new CsvMeaning(IsTicked(rows, i) ? CsvKind.Habit : CsvKind.Ignore) : meaning)];
    }

    private static CsvMeaning ByName(string name, List<string[]> rows, int column, char separator)
    {
        if (Rated.Contains(name, StringComparer.OrdinalIgnoreCase) && ScaleOf(rows.Select(row => Cell(row, column)), separator) is var (lowest, highest))
            return new(CsvKind.Rating, lowest, highest);
        return new(Array.Find(Known, known => known.Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Kind);
    }

    // The shortest of the usual scales that holds all values; a person who used another one says so.
    private static (double Lowest, double Highest)? ScaleOf(IEnumerable<string> cells, char separator)
    {
        var values = cells.Where(cell => cell.Length > 0).Select(cell => WrittenNumbers.Of(cell, separator)).ToList();
        return values.Count == 0 || values.Contains(null) ? null : Scales.Where(scale => values.TrueForAll(value => value >= scale.Lowest && value <= scale.Highest)).Select(scale => ((double, double)?)scale).FirstOrDefault();
    }

    private static int DateColumn(string[] header, List<string[]> rows)
    {
        bool AreDays(int column) => rows.Exists(row => Cell(row, column).Length > 0) && rows.TrueForAll(row => Cell(row, column) is var cell && (cell.Length == 0 || WrittenDays.IsDay(cell)));
        var named = Enumerable.Range(0, header.Length).Where(i => Known[0].Names.Contains(header[i], StringComparer.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 ? named.Find(AreDays) is var found && named.Exists(AreDays) ? found : named[0] : Enumerable.Range(0, header.Length).Where(AreDays).FirstOrDefault(-1);
    }

    private static void Once(CsvMeaning[] meanings, CsvKind kind, int column)
    {
        for (var i = 0; i < meanings.Length; i++)
        {
            if (meanings[i].Kind == kind && i != column)
                meanings[i] = new(CsvKind.Ignore);
        }
    }

    private static bool IsTicked(List<string[]> rows, int column) =>
        rows.TrueForAll(row => Ticks.Contains(Cell(row, column), StringComparer.OrdinalIgnoreCase)) && rows.Exists(row => Cell(row, column).Length > 0);

    private static string Name(string written, int column) => written.Length > 0 ? written : string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");

    private static string Cell(string[] cells, int column) => column < cells.Length ? cells[column] : "";
}
