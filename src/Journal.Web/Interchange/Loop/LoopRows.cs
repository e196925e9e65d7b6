using System.Globalization;

namespace Journal.Web.Interchange.Loop;

/// <summary>A habit of a Loop database. Columns that its version does not have yet stand at what Loop later gave them.</summary>
/// <param name="Uuid">The id that stays with it on every device; null before Loop gave it one.</param>
/// <param name="FrequencyTimes">Times in every <paramref name="FrequencyDays"/> days.</param>
/// <param name="Numerical">Whether its entries are amounts, in thousandths, instead of ticks.</param>
/// <param name="AtMost">Whether the target is a limit.</param>
/// <param name="Target">In <paramref name="Unit"/>, for each period of <paramref name="FrequencyDays"/> days.</param>
/// <param name="Row">The row as it stood, as one JSON object.</param>
internal sealed record LoopHabit(
    long Id,
    string? Uuid,
    string? Name,
    int FrequencyTimes,
    int FrequencyDays,
    bool Archived,
    bool Numerical,
    bool AtMost,
    double Target,
    string? Unit,
    string Row)
{
    /// <summary>Names it among the rows of its source; its id is its place.</summary>
    public string Key { get; init; } = string.Create(CultureInfo.InvariantCulture, $"loop:{Id}");
}

/// <summary>One day of a habit.</summary>
/// <param name="Id">The older of two rows has the lower one.</param>
/// <param name="Timestamp">Milliseconds since 1970 at midnight UTC of the day.</param>
/// <param name="Value">-1 unknown and 3 skipped; else of ticks 0 no, 1 not due by the frequency and 2 done, and of amounts thousandths.</param>
internal sealed record LoopRepetition(long Id, long Habit, long Timestamp, long Value, string? Notes, string Row);
