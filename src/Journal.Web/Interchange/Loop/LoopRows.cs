namespace Journal.Web.Interchange.Loop;

/// <summary>A habit of a Loop database. Columns that its version does not have yet stand at what Loop later gave them.</summary>
/// <param name="FrequencyTimes">Times in every <paramref name="FrequencyDays"/> days.</param>
/// <param name="Numerical">Whether its entries are amounts, in thousandths, instead of ticks.</param>
/// <param name="AtMost">Whether the target is a limit.</param>
/// <param name="Target">In <paramref name="Unit"/>, for each period of <paramref name="FrequencyDays"/> days.</param>
/// <param name="Row">The row as it stood, as one JSON object.</param>
internal sealed record LoopHabit(
    long Id,
    string Name,
    int FrequencyTimes,
    int FrequencyDays,
    bool Archived,
    bool Numerical,
    bool AtMost,
    double Target,
    string? Unit,
    string Row);

/// <summary>One day of a habit.</summary>
/// <param name="Timestamp">Milliseconds since 1970 at midnight UTC of the day.</param>
/// <param name="Value">For ticks -1 unknown, 0 no, 1 not due by the frequency, 2 done, 3 skipped; for amounts thousandths.</param>
internal sealed record LoopRepetition(long Habit, long Timestamp, long Value, string? Notes, string Row);
