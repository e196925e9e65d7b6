using Journal.Beliefs;
using Journal.Entries;
using Journal.States;

namespace Journal.Seeds.Founder;

/// <summary>Entries, states and evidence, a few a week.</summary>
internal sealed class FounderReflection(SeedLog log, Calendar calendar, Guid aim)
{
    private const int Replaced = 71;
    private readonly Dice dice = new(0xF0_03);
    private readonly Deck customers = new(new(0xF0_31), [.. FounderTexts.Customers]);
    private readonly Deck down = new(new(0xF0_32), FounderTexts.Down);
    private readonly Deck up = new(new(0xF0_33), FounderTexts.Up);
    private readonly Deck afterthoughts = new(new(0xF0_38), FounderTexts.Afterthoughts);
    private readonly Dictionary<string, Deck> evidence = new(StringComparer.Ordinal)
    {
        ["listening"] = new(new(0xF0_34), FounderTexts.ForListening),
        ["building"] = new(new(0xF0_35), FounderTexts.ForBuilding),
        ["building against"] = new(new(0xF0_36), FounderTexts.AgainstBuilding),
        ["others"] = new(new(0xF0_37), FounderTexts.ForOthers),
    };

    private int written;

    public void Tell()
    {
        for (var week = 0; week < FounderWeeks.Customers.Length; week++)
        {
            if (FounderWeeks.Customers[week] is 'h' or '?')
                continue;
            var entry = Write(week, DayOfWeek.Friday);
            if (dice.Chance(0.35))
                Write(week, DayOfWeek.Tuesday);
            Sample(week);
            Weigh(week, entry);
        }
    }

    private Guid Write(int week, DayOfWeek day)
    {
        var id = log.Id($"entry/{++written}");
        var at = log.At(calendar.Day(week, day), dice.Roll(18, 22), dice.Roll(0, 59));
        Layer? layer = dice.Roll(0, 9) switch { < 5 => Layer.Execution, < 8 => Layer.Thinking, 8 => Layer.Belief, _ => null };
        var text = $"{(FounderWeeks.IsDown(week) ? down : up).Deal(customers.Deal())} {afterthoughts.Deal()}".TrimEnd();
        var recorded = written % 11 == 4 ? at.AddDays(dice.Roll(2, 6)) : at.AddMinutes(dice.Roll(1, 9));
        log.Add(new JournalEntryWritten(id, text, layer, aim, at), recorded);
        if (written is 12 or 61 or 104)
            log.Add(new EntryAmended(id, text + " Later: I was too hard on Marta here, so that half is gone.", null, log.Later(recorded, 900)));
        if (written == 47)
            log.Add(new EntryRetracted(id, "Names a customer's staff.", log.Later(recorded, 300)));
        return id;
    }

    private void Sample(int week)
    {
        var tired = FounderWeeks.IsDown(week) ? 1 : 0;
        log.Add(
            new StateSampled(
                log.Id($"state/{week}"), Rating(5 - tired), Rating(5 - tired), Rating(5 - (2 * tired)), Rating(3 + (2 * tired)), Rating(3 + tired),
                Math.Clamp(dice.Roll(-2, 1) + (2 * tired), -3, 3), log.At(calendar.Day(week, DayOfWeek.Saturday), 9, dice.Roll(0, 50))),
            1);
    }

    private int Rating(int about) => Math.Clamp(about + dice.Roll(-1, 1), 1, 7);

    private void Weigh(int week, Guid entry)
    {
        var isDown = FounderWeeks.IsDown(week);
        if (isDown && week >= 22 && week < Replaced && week % 2 == 0)
            Link(week, "building", EvidenceDirection.Supports, "building", entry);
        else if (isDown && week >= 98)
            Link(week, "others", EvidenceDirection.Contradicts, "building", entry);
        else if (!isDown && week is > 22 and < Replaced && week % 5 == 0)
            Link(week, "building", EvidenceDirection.Contradicts, "building against", entry);
        else if (!isDown && week >= Replaced && week % 4 == 0)
            Link(week, "others", EvidenceDirection.Supports, "others", entry);
        else if (!isDown && week % 3 == 0)
            Link(week, "listening", EvidenceDirection.Supports, "listening", entry);
    }

    private void Link(int week, string belief, EvidenceDirection direction, string deck, Guid source) => log.Add(
        new EvidenceLinked(log.Id("belief/" + belief), log.Id($"evidence/{week}"), direction, source, evidence[deck].Deal(), log.At(calendar.Day(week, DayOfWeek.Sunday), 18, dice.Roll(0, 59))));
}
