using Journal.Practices;

namespace Journal.Seeds.Founder;

/// <summary>The practices beside the talks: one that holds, one that never took, one too young to judge.</summary>
internal sealed class FounderFridays(SeedLog log, Calendar calendar, Guid aim)
{
    private readonly Dice dice = new(0xF0_02);

    public void Tell()
    {
        var numbers = Adopt("numbers", "Send the numbers of the week to the team", 1, FounderWeeks.NumbersFrom, 4);
        Weekly(numbers, "numbers", FounderWeeks.Numbers, FounderWeeks.NumbersFrom, "sent nothing, there was nothing good to say");

        var fridays = Adopt("fridays", "Keep Friday free of meetings", 1, FounderWeeks.FridaysFrom, 0);
        Weekly(fridays, "friday", FounderWeeks.Fridays, FounderWeeks.FridaysFrom, "said yes to a meeting again");
        log.Add(new PracticeDropped(fridays, "Friday is when customers have time. I was defending the wrong day.", log.At(calendar.Day(40, 0), 9)));

        var walks = Adopt("walks", "Walk without the phone", 7, 102, 0);
        foreach (var (week, day, done) in FounderWeeks.Walks)
            Walk(walks, log.Id($"walk/{week}/{day}"), log.At(calendar.Day(week, day), 19, dice.Roll(0, 59)), done);
    }

    private Guid Adopt(string name, string title, int timesAWeek, int week, int day)
    {
        var practice = log.Id("practice/" + name);
        log.Add(new PracticeAdopted(practice, title, timesAWeek, 7, null, null, TargetBound.AtLeast, Silence.Unknown, aim, log.At(calendar.Day(week, day), 8, 30)), source: "web");
        return practice;
    }

    private void Weekly(Guid practice, string name, string codes, int from, string reason)
    {
        foreach (var (code, i) in codes.Select((code, i) => (code, i)))
        {
            var (outcome, week) = (log.Id($"{name}/{from + i}"), from + i);
            var friday = log.At(calendar.Day(week, DayOfWeek.Friday), 17, dice.Roll(0, 50));
            if (code == 'p')
                log.Add(new ExecutionFinished(practice, outcome, null, null, null, null, null, name == "numbers" ? dice.Roll(10, 25) : null, NeededFounder(name, week), null, friday), dice.Roll(1, 30), "web");
            else if (code == 'm')
                log.Add(new ExecutionMissed(practice, outcome, null, null, dice.Chance(0.6) ? reason : null, friday), dice.Roll(5, 2000), "web");
            else if (code is 'h' or 's' or 'i')
                log.Add(new ExecutionSkipped(practice, outcome, code == 'h' ? "holiday" : "ill", friday), dice.Roll(2000, 5000), "web");
        }
    }

    // From the 60th week on somebody else can send them.
    private bool? NeededFounder(string name, int week) => name == "numbers" ? week < 60 || dice.Chance(0.15) : null;

    private void Walk(Guid practice, Guid outcome, DateTimeOffset at, bool done) => log.Add(
        done
            ? new ExecutionFinished(practice, outcome, null, null, null, null, 2, dice.Roll(25, 50), null, "along the river", at)
            : new ExecutionMissed(practice, outcome, null, null, "rain", at));
}
