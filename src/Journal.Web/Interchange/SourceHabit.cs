using System.Globalization;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange;

/// <summary>A habit of another application while its days are read; a practice in the end.</summary>
/// <param name="ask">On what terms.</param>
/// <param name="key">Names it among the rows of its source, in every later export too.</param>
/// <param name="title">What it is called there.</param>
/// <param name="table">The table or file its row stands in.</param>
/// <param name="row">Its row.</param>
internal sealed class SourceHabit(ImportAsk ask, string key, string? title, string table, string row)
{
    private const int TitleLength = 200;
    private const int NoteLength = 20_000;
    private const int MostTimes = 1000;
    private const int MostDays = 366;
    private const double MostAmount = 1e12;

    private readonly string key = SourceKey.Of(key);
    private readonly SortedDictionary<DateOnly, ImportedDay> days = [];
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> warnings = new(StringComparer.Ordinal);

    /// <summary>How often in every <see cref="Every"/> days; null where the source does not say: then it is once a day, with a warning.</summary>
    public int? Times { get; init; }

    public int Every { get; init; } = 1;

    public double? Target { get; init; }

    public string? Unit { get; init; }

    public TargetBound Bound { get; init; }

    /// <summary>What a day without a row means; null for what it means where nobody says.</summary>
    public Silence? Silence { get; init; }

    /// <summary>Whether it is kept there no more.</summary>
    public bool Archived { get; init; }

    /// <summary>The last day that the source speaks of for it.</summary>
    public DateOnly? Last => days.Count > 0 ? days.Keys.Last() : null;

    public void Done(DateOnly day, string row, double? amount = null, string? note = null)
    {
        if (amount is < 0 or > MostAmount)
            LeaveOut("amount.range");
        else
            Add(day, row, new FinishExecution(Guid.Empty, Amount: amount, Note: Note(note)));
    }

    public void Missed(DateOnly day, string row, string? note = null) => Add(day, row, new MissExecution(Guid.Empty, Reason: Note(note)));

    public void Skipped(DateOnly day, string row, string? note = null) => Add(day, row, new SkipExecution(Guid.Empty, Note(note) ?? "Skipped."));

    public void Unknown(DateOnly day, string row, string? note = null) => Add(day, row, new LeaveExecutionOpen(Guid.Empty, Note(note)));

    public void LeaveOut(string reason) => leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;

    /// <param name="last">The last day that the source speaks of for any of its habits: of later days nothing is known.</param>
    public ImportedPractice Practice(DateOnly? last)
    {
        var since = days.Count > 0 ? ask.Noon(days.Keys.First()) : ask.Now;
        var until = Archived ? Last : last;
        if (Times is null)
            Warn("cadence.unknown");
        return new(
            new ImportHeader(key, table, row),
            ImportedIdentity.Of(key),
            new AdoptPractice(
                Kept.Of(title?.Trim(), "title", TitleLength) ?? "Habit",
                Math.Clamp(Times ?? 1, 1, MostTimes),
                Math.Clamp(Every, 1, MostDays),
                Target is >= 0 and <= MostAmount ? Target : null,
                Kept.Of(Unit?.Trim(), "unit", TitleLength),
                Bound,
                Silence ?? PracticeFact.UsualSilence(Bound),
                SilenceUntil: until is { } day ? ask.Noon(day) : since.AddDays(-1))
            {
                OccurredAt = since,
            },
            Archived ? Last is { } end ? ask.Noon(end) : ask.Now : null,
            [.. days.Values],
            leftOut,
            warnings);
    }

    /// <summary>All habits of a source as what it says.</summary>
    public static IEnumerable<ImportedRecord> All(IReadOnlyCollection<SourceHabit> habits)
    {
        var last = habits.Max(habit => habit.Last);
        return habits.Select(habit => habit.Practice(last));
    }

    private KeptText Kept => new(Warn);

    private void Add(DateOnly day, string row, Command meaning)
    {
        if (day > ask.Latest || day.Year < 1900)
            LeaveOut(day.Year < 1900 ? "time.range" : "time.future");
        else if (!days.TryAdd(day, new(new ImportHeader(day.ToString("O", CultureInfo.InvariantCulture), table, row), day, meaning with { OccurredAt = ask.Noon(day) })))
            LeaveOut("day.doubled");
    }

    private string? Note(string? note) => Kept.Of(note, "note", NoteLength);

    private void Warn(string warning) => warnings[warning] = warnings.GetValueOrDefault(warning) + 1;
}
