using Journal.Commitments;

namespace Journal.Seeds.Founder;

/// <summary>What the founder promises to customers, and what becomes of it.</summary>
internal sealed class FounderPromises(SeedLog log, Calendar calendar, Guid paying)
{
    private readonly Dice dice = new(0xF0_05);
    private readonly Deck titles = new(new(0xF0_51), FounderTexts.Promises);
    private readonly Deck customers = new(new(0xF0_52), [.. FounderTexts.Customers]);
    private readonly Deck reasons = new(new(0xF0_53), FounderTexts.Postponed);

    public void Tell()
    {
        foreach (var (code, week) in FounderWeeks.Promises.Select((code, week) => (code, week)).Where(one => one.code != '.'))
            Promise(week, code);
    }

    private void Promise(int week, char code)
    {
        var (id, planned) = (log.Id($"commitment/{week}"), At(week, 2, 10));
        var building = code == 'x' && week is >= 22 and < 70;
        log.Add(new CommitmentMade(
            id, titles.Deal(customers.Deal()), planned, At(week, 4, 18), 45, dice.Roll(4, 5), null, null, building ? [log.Id("belief/building")] : [], paying, At(week, 0, 11)));
        switch (code)
        {
            case 'f':
                Finish(id, log.Later(planned, dice.Roll(0, 40)));
                break;
            case 'l':
                Finish(id, At(week, 3, 16));
                break;
            case 'r':
                Postpone(id, At(week, 2, 9), At(week, 4, 10), isNew: true);
                Finish(id, At(week, 4, 11));
                break;
            case 'x':
                for (var day = 2; day < 5; day++)
                    Postpone(id, At(week, day, 12), At(week, day + 1, 10), isNew: false);
                log.Add(new CommitmentMissed(id, reasons.Deal(), Cause.Reluctance, false, At(week, 5, 19)));
                break;
            case 'a':
                log.Add(new CommitmentReframed(id, Reframing.Abandon, null, "nobody asked again", Cause.Priority, false, At(week, 4, 17)));
                break;
            default:
                log.Add(new CommitmentMissed(id, week % 4 == 0 ? reasons.Deal() : null, null, null, At(week, 5, 19)));
                break;
        }
    }

    private void Postpone(Guid id, DateTimeOffset at, DateTimeOffset to, bool isNew) =>
        log.Add(new CommitmentReframed(id, Reframing.Postpone, to, isNew ? "they asked for another day" : reasons.Deal(), isNew ? Cause.Environment : Cause.Reluctance, isNew, at));

    private void Finish(Guid id, DateTimeOffset started)
    {
        var minutes = dice.Roll(20, 70);
        log.Add(new CommitmentStarted(id, started), 0);
        log.Add(new CommitmentFinished(id, dice.Roll(2, 4), minutes, true, null, log.Later(started, minutes)), dice.Roll(1, 20));
    }

    private DateTimeOffset At(int week, int daysAfterMonday, int hour) => log.At(calendar.Day(week, daysAfterMonday), hour, 10);
}
