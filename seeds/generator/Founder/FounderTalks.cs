using Journal.Practices;
using Journal.Recording;

namespace Journal.Seeds.Founder;

/// <summary>Four customers a week, from Monday to Thursday, planned for half past nine.</summary>
internal sealed class FounderTalks(SeedLog log, Calendar calendar, Guid aim)
{
    private readonly Dice dice = new(0xF0_01);
    private readonly Deck customers = new(new(0xF0_11), [.. FounderTexts.Customers]);
    private readonly Deck missed = new(new(0xF0_12), FounderTexts.Missed);
    private readonly Deck notes = new(new(0xF0_13), FounderTexts.Notes);
    private readonly Guid practice = log.Id("practice/talks");

    public void Tell()
    {
        log.Add(new PracticeAdopted(practice, "Call a customer", 4, 7, null, null, TargetBound.AtLeast, Silence.Unknown, aim, log.At(calendar.Day(0, 0), 9, 20)));
        log.Add(new PracticeRevised(practice, "Talk to a customer", null, null, null, null, null, log.At(calendar.Day(12, 0), 9)));
        for (var week = 0; week < FounderWeeks.Customers.Length; week++)
            Tell(week, FounderWeeks.Customers[week]);
    }

    private void Tell(int week, char code)
    {
        if (code is 'h' or 's')
            for (var day = 0; day < 4; day++)
                Skip(week, day, code == 'h' ? "holiday" : "ill, with a doctor's note");
        if (!char.IsAsciiDigit(code))
            return;

        List<int> days = [0, 1, 2, 3];
        dice.Shuffle(days);
        var talks = code - '0';
        foreach (var (day, i) in days.Select((day, i) => (day, i)))
        {
            if (i < talks)
                Finish(week, day);
            else if (talks < 3 || dice.Chance(0.7))
                Miss(week, day);
        }

        // Entered twice, and one of the two taken back.
        if (week is 14 or 66)
            Double(week);
    }

    private void Finish(int week, int day)
    {
        var down = FounderWeeks.IsDown(week);
        var planned = Planned(week, day);
        var started = log.Later(planned, down ? dice.Roll(20, 400) : dice.Roll(-3, 25));
        var minutes = dice.Roll(15, 55);
        var note = dice.Chance(0.5) ? notes.Deal(customers.Deal()) : null;
        var effort = down ? dice.Roll(4, 6) : dice.Roll(2, 4);
        Record(new ExecutionFinished(practice, Outcome(week, day), null, null, planned, started, effort, minutes, null, note, log.Later(started, minutes)), week);
    }

    private void Miss(int week, int day) => Record(
        new ExecutionMissed(practice, Outcome(week, day), Planned(week, day), null, dice.Chance(0.65) ? missed.Deal() : null, log.At(calendar.Day(week, day), 19, dice.Roll(0, 40))), week);

    private void Skip(int week, int day, string reason)
    {
        var at = log.At(calendar.Day(week, day), 12);
        log.Add(new ExecutionSkipped(practice, Outcome(week, day), reason, at), log.At(calendar.Day(week, 7), 8, 15 + day));
    }

    private void Double(int week)
    {
        var (again, at) = (log.Id($"talk/{week}/double"), log.At(calendar.Day(week, 4), 11));
        log.Add(new ExecutionFinished(practice, again, null, null, null, at, 3, 30, null, null, log.Later(at, 30)));
        log.Add(new OutcomeRetracted(practice, again, "The same call as yesterday's.", log.Later(at, 45)));
    }

    // One in ten is entered on Saturday, from the phone's call list.
    private void Record(IJournalEvent e, int week)
    {
        if (dice.Chance(0.1))
            log.Add(e, log.At(calendar.Day(week, 5), 10, dice.Roll(0, 59)), "web");
        else
            log.Add(e, dice.Roll(1, 15));
    }

    private DateTimeOffset Planned(int week, int day) => log.At(calendar.Day(week, day), 9, 30);

    private Guid Outcome(int week, int day) => log.Id($"talk/{week}/{day}");
}
