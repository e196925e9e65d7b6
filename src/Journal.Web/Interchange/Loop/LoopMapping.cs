using System.Globalization;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange.Loop;

/// <summary>
/// What a Loop database means here. Loop records every time something was done, so from a habit's first entry to the last day that any habit of the file
/// speaks of, a day without one was missed; of the days after it the file knows nothing.
/// </summary>
internal sealed class LoopMapping(TimeZoneInfo zone, DateTimeOffset now)
{
    private const int TitleLength = 200;
    private const int NoteLength = 20_000;
    private const int IdLength = 100;
    private const double Most = 1e12;
    private const long Unknown = -1;
    private const long Automatic = 1;
    private const long Skip = 3;

    // A day may be there already for somebody further east.
    private readonly DateOnly latest = DateOnly.FromDateTime(now.DateTime).AddDays(1);

    public ImportedFile Map(string source, IReadOnlyList<LoopHabit> all, IReadOnlyList<LoopRepetition> days)
    {
        var repetitions = days.ToLookup(repetition => repetition.Habit);
        var last = days.Select(repetition => Day(repetition.Timestamp)).Where(day => day <= latest).Max();
        var doubled = all.Where(habit => habit.Uuid is not null).GroupBy(habit => habit.Uuid).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        var habits = all.Select(habit => doubled.Contains(habit.Uuid) || habit.Uuid?.Length > IdLength ? habit with { Uuid = null } : habit);
        var known = all.Select(habit => habit.Id).ToHashSet();
        var orphans = days.Count(repetition => !known.Contains(repetition.Habit));
        var notes = new ImportNotes();
        notes.Skip("loop.nohabit", orphans);
        return new(source, [.. habits.Select(habit => Map(habit, [.. repetitions[habit.Id]], last))], notes);
    }

    private ImportedPractice Map(LoopHabit habit, IReadOnlyList<LoopRepetition> repetitions, DateOnly? last)
    {
        var (leftOut, warnings) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal));
        var texts = new KeptText(warning => Count(warnings, warning));
        var days = new List<ImportedDay>();

        // Loop itself keeps the older row of a day when it brings a database up to date.
        foreach (var same in repetitions.GroupBy(repetition => Day(repetition.Timestamp)))
        {
            var (settled, doubled) = (same.MinBy(repetition => repetition.Id)!, same.Count() - 1);
            if (same.Key is not { } day || day > latest)
            {
                Count(leftOut, same.Key is null ? "time.range" : "time.future", same.Count());
                continue;
            }

            Count(leftOut, "loop.doubled", doubled);
            if (Meaning(habit, settled, texts) is { } command)
                days.Add(new(new ImportHeader(day.ToString("O", CultureInfo.InvariantCulture), "Repetitions", settled.Row), day, command with { OccurredAt = LocalTime.Noon(day, zone) }));
            else
                Count(leftOut, settled.Value == Automatic ? "loop.automatic" : "loop.value");
        }

        var (first, end) = (days.Count > 0 ? days.Min(day => day.Day) : (DateOnly?)null, days.Count > 0 ? days.Max(day => day.Day) : (DateOnly?)null);
        return new(
            new ImportHeader(habit.Key, "Habits", habit.Row),
            new ImportedIdentity(habit.Key, habit.Uuid, LoopImporter.UuidIn),
            Adopt(habit, texts, warnings, Noon(first) ?? now, habit.Archived ? end : last),
            habit.Archived ? Noon(end) ?? now : null,
            days,
            leftOut,
            warnings);
    }

    private AdoptPractice Adopt(LoopHabit habit, KeptText texts, SortedDictionary<string, int> warnings, DateTimeOffset since, DateOnly? last)
    {
        var isTarget = habit.Numerical && habit.Target is >= 0 and <= Most;
        Count(warnings, "target.range", habit.Numerical && !isTarget ? 1 : 0);
        return new(
            texts.Of(habit.Name?.Trim(), "title", TitleLength) ?? string.Create(CultureInfo.InvariantCulture, $"Habit {habit.Id}"),
            habit.FrequencyTimes,
            habit.FrequencyDays,
            isTarget ? habit.Target : null,
            habit.Numerical ? texts.Of(habit.Unit, "unit", TitleLength) : null,
            habit.AtMost ? TargetBound.AtMost : TargetBound.AtLeast,

            // Below a limit there is nothing to tick: a day without an entry says nothing.
            habit is { Numerical: true, AtMost: true } ? Silence.Unknown : Silence.Missed,
            SilenceUntil: Noon(last) ?? since.AddDays(-1))
        {
            OccurredAt = since,
        };
    }

    // Null for the days that Loop ticks by itself, on which the frequency asked for nothing: nobody did anything then. And for what Loop has no meaning for.
    private static Command? Meaning(LoopHabit habit, LoopRepetition repetition, KeptText texts)
    {
        var note = texts.Of(repetition.Notes, "note", NoteLength);
        return (habit.Numerical, repetition.Value) switch
        {
            (_, <= Unknown) or (true, > (long)(Most * 1000)) => new LeaveExecutionOpen(Guid.Empty, note),
            (_, Skip) => new SkipExecution(Guid.Empty, note ?? "Skipped in Loop."),
            (true, var thousandths) => new FinishExecution(Guid.Empty, Amount: thousandths / 1000.0, Note: note),
            (false, 0) => new MissExecution(Guid.Empty, Reason: note),
            (false, 2) => new FinishExecution(Guid.Empty, Note: note),
            _ => null,
        };
    }

    private static void Count(SortedDictionary<string, int> counts, string what, int times = 1)
    {
        if (times > 0)
        {
            counts[what] = counts.GetValueOrDefault(what) + times;
        }
    }

    private static DateOnly? Day(long milliseconds) => milliseconds is >= -2_208_902_400_000 and < 253_402_214_400_000
        ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime)
        : null;

    // A date without a time stands at noon in the person's zone: whatever the zone, noon is on that date.
    private DateTimeOffset? Noon(DateOnly? day) => day is { } known ? LocalTime.Noon(known, zone) : null;
}
