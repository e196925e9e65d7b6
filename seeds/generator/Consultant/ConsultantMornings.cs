using Journal.Practices;
using Journal.Recording;

namespace Journal.Seeds.Consultant;

/// <summary>Five mornings a week, planned for half past eight.</summary>
internal sealed class ConsultantMornings(SeedLog log, Calendar calendar, Guid practice)
{
    private static readonly int[] DrawnBefore = [1, 3, 4, 4, 2];
    private static readonly int[] DrawnAfter = [4, 4, 4, 4, 2];
    private readonly Dice dice = new(0xC0_01);
    private readonly Deck missedBefore = new(new(0xC0_11), BeforeTexts.Missed);
    private readonly Deck missedAfter = new(new(0xC0_12), AfterTexts.Missed);
    private readonly Deck notesBefore = new(new(0xC0_13), BeforeTexts.Notes);
    private readonly Deck notesAfter = new(new(0xC0_14), AfterTexts.Notes);
    private readonly Deck holidays = new(new(0xC0_15), "at my parents', by plan", "holiday", "away with the family", "between the years", "days off, laptop at home");

    public void Tell(int week, string topic)
    {
        switch (ConsultantWeeks.Mornings[week])
        {
            case '?':
                break;
            case 'h':
                Skip(week, 0, 5, holidays, backOn: 13);
                break;
            case 's':
                Finish(week, 0, topic);
                Skip(week, 1, 3, new(dice, "flu", "in bed, fever", "still ill"), backOn: 5);
                break;
            case var mornings:
                Work(week, mornings - '0', topic);
                break;
        }

        // Logged on the wrong day, and taken back.
        if (week is 8 or 51)
            Mistake(week);
    }

    private void Work(int week, int mornings, string topic)
    {
        var done = Draw(mornings, week < ConsultantWeeks.Turn ? DrawnBefore : DrawnAfter);
        for (var day = 0; day < 5; day++)
        {
            if (done.Contains(day))
                Finish(week, day, topic);
            else if (week >= ConsultantWeeks.Turn || !dice.Chance(0.1))
                Miss(week, day, topic);
        }
    }

    private HashSet<int> Draw(int count, int[] weights)
    {
        var hat = weights.SelectMany((weight, day) => Enumerable.Repeat(day, weight)).ToList();
        dice.Shuffle(hat);
        return [.. hat.Distinct().Take(count)];
    }

    private void Finish(int week, int day, string topic)
    {
        var before = week < ConsultantWeeks.Turn;
        var planned = Planned(week, day);
        var started = log.Later(planned, before ? DelayBefore() : week < 44 ? dice.Roll(4, 40) : dice.Roll(-4, 14));
        var minutes = before ? dice.Roll(85, 136) : dice.Roll(38, 62);
        var note = dice.Chance(before ? 0.4 : 0.35) ? (before ? notesBefore : notesAfter).Deal(topic) : null;
        var done = new ExecutionFinished(practice, Outcome(week, day), null, null, planned, started, Effort(week), minutes, null, note, log.Later(started, minutes));
        Record(done, week);
    }

    // One start in five waits for the evening.
    private int DelayBefore() => dice.Chance(0.2) ? dice.Roll(730, 790) : dice.Roll(25, 190);

    private int Effort(int week)
    {
        var eased = Math.Clamp((week - ConsultantWeeks.Turn) / 8.0, 0, 1);
        return Math.Clamp((int)Math.Round(5.5 - (3.2 * eased) + (dice.Roll(-10, 10) / 10.0), MidpointRounding.AwayFromZero), 1, 7);
    }

    private void Miss(int week, int day, string topic)
    {
        var before = week < ConsultantWeeks.Turn;
        var planned = Planned(week, day);
        DateTimeOffset? started = before && dice.Chance(0.15) ? log.Later(planned, dice.Roll(60, 200)) : null;
        var reason = dice.Chance(before ? 0.6 : 0.8) ? (before ? missedBefore : missedAfter).Deal(topic) : null;
        Record(new ExecutionMissed(practice, Outcome(week, day), planned, started, reason, log.At(calendar.Day(week, day), 18, dice.Roll(0, 50))), week);
    }

    private void Skip(int week, int from, int days, Deck reasons, int backOn)
    {
        var back = log.At(calendar.Day(week, backOn), 20, 5);
        for (var day = from; day < from + days; day++)
            log.Add(new ExecutionSkipped(practice, Outcome(week, day), reasons.Deal(), log.At(calendar.Day(week, day), 12)), back.AddMinutes(day));
    }

    private void Mistake(int week)
    {
        var outcome = log.Id($"morning/{week}/mistake");
        var saturday = log.At(calendar.Day(week, DayOfWeek.Saturday), 9, 30);
        log.Add(new ExecutionFinished(practice, outcome, null, null, null, null, null, 40, null, "notes for Monday", saturday));
        log.Add(new OutcomeRetracted(practice, outcome, "That was reading, not writing.", log.At(calendar.Day(week, DayOfWeek.Sunday), 10, 15)));
    }

    // Some days are entered on Sunday from memory.
    private void Record(IJournalEvent e, int week)
    {
        if (dice.Chance(0.07))
            log.Add(e, log.At(calendar.Day(week, DayOfWeek.Sunday), 19, dice.Roll(0, 59)), "web");
        else
            log.Add(e, dice.Roll(1, 25));
    }

    private DateTimeOffset Planned(int week, int day) => log.At(calendar.Day(week, day), 8, 30);

    private Guid Outcome(int week, int day) => log.Id($"morning/{week}/{day}");
}
