using System.Globalization;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange.Loop;

/// <summary>
/// What a Loop habit means here. Loop records every time something was done, so from a habit's first entry on a day without one was missed. A habit is
/// known by its id: names may repeat, and change.
/// </summary>
internal sealed class LoopMapping(Author author, DateTimeOffset now)
{
    private const int TitleLength = 200;

    public IEnumerable<ImportedPractice> Map(LoopDatabase database)
    {
        var repetitions = database.Repetitions.ToLookup(repetition => repetition.Habit);
        return database.Habits.Select(habit => Map(habit, [.. repetitions[habit.Id]]));
    }

    private ImportedPractice Map(LoopHabit habit, IReadOnlyList<LoopRepetition> repetitions)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"loop:{habit.Id}");
        var id = NamedId.Create(author.Person, key);
        var days = repetitions.Select(repetition => Map(habit, repetition, key, id)).ToList();
        var dates = days.Select(day => day.Command?.OccurredAt).OfType<DateTimeOffset>().ToList();
        return new(
            new ImportHeader(key, "Habits", habit.Row),
            Adopt(habit, id, dates.Count > 0 ? dates.Min() : now),
            habit.Archived ? dates.Count > 0 ? dates.Max() : now : null,
            days);
    }

    private static AdoptPractice Adopt(LoopHabit habit, Guid id, DateTimeOffset since) => new(
        Title(habit),
        habit.FrequencyTimes,
        habit.FrequencyDays,
        habit is { Numerical: true, Target: > 0 } ? habit.Target : null,
        habit.Numerical && habit.Unit is { Length: <= TitleLength } unit && !string.IsNullOrWhiteSpace(unit) ? unit : null,
        habit.AtMost ? TargetBound.AtMost : TargetBound.AtLeast,

        // Below a limit there is nothing to tick: a day without an entry says nothing.
        habit is { Numerical: true, AtMost: true } ? Silence.Unknown : Silence.Missed)
    {
        Id = id,
        OccurredAt = since,
    };

    private ImportedDay Map(LoopHabit habit, LoopRepetition repetition, string habitKey, Guid practice)
    {
        if (Day(repetition.Timestamp) is not { } day)
        {
            return new(new ImportHeader($"{habitKey}:{repetition.Timestamp}", "Repetitions", repetition.Row), null, "time.range");
        }

        var row = new ImportHeader($"{habitKey}:{day:yyyy-MM-dd}", "Repetitions", repetition.Row);
        var outcome = NamedId.Create(author.Person, row.Key, repetition.Value.ToString(CultureInfo.InvariantCulture), repetition.Notes ?? "");
        Command? command = (habit.Numerical, repetition.Value) switch
        {
            (_, < 0) => null,
            (true, var thousandths) => new FinishExecution(outcome, Amount: thousandths / 1000.0, Note: repetition.Notes),
            (false, 0) => new MissExecution(outcome, Reason: repetition.Notes),
            (false, 2) => new FinishExecution(outcome, Note: repetition.Notes),
            (false, 3) => new SkipExecution(outcome, repetition.Notes ?? "Skipped in Loop."),
            _ => null,
        };
        return command is null
            ? new(row, null, LeftOut(repetition.Value))
            : new(row, command with { Id = practice, OccurredAt = Noon(day) });
    }

    // Loop ticks by itself the days on which the frequency asked for nothing: nobody did anything then.
    private static string LeftOut(long value) => value switch
    {
        < 0 => "loop.unknown",
        1 => "loop.automatic",
        _ => "loop.value",
    };

    private static string Title(LoopHabit habit)
    {
        var name = string.IsNullOrWhiteSpace(habit.Name) ? string.Create(CultureInfo.InvariantCulture, $"Habit {habit.Id}") : habit.Name.Trim();
        return name.Length <= TitleLength ? name : name[..(char.IsHighSurrogate(name[TitleLength - 1]) ? TitleLength - 1 : TitleLength)];
    }

    private static DateOnly? Day(long milliseconds) => milliseconds is >= -2_208_988_800_000 and < 253_402_300_800_000
        ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime)
        : null;

    // A date without a time stands at noon in the person's zone: whatever the zone, noon is on that date.
    private DateTimeOffset Noon(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new(noon, author.Zone.GetUtcOffset(noon));
    }
}
