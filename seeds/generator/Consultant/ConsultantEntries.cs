using Journal.Entries;

namespace Journal.Seeds.Consultant;

/// <summary>What the consultant writes down: first mostly thinking about thinking, later less of it.</summary>
internal sealed class ConsultantEntries(SeedLog log, Calendar calendar, Guid aim)
{
    private readonly Dice dice = new(0xC0_03);
    private readonly Voice before = new(0xC0_30, BeforeTexts.Thinking, BeforeTexts.Afterthoughts, BeforeTexts.Execution, BeforeTexts.Belief);
    private readonly Voice after = new(0xC0_40, AfterTexts.Thinking, AfterTexts.Afterthoughts, AfterTexts.Execution, AfterTexts.Belief);
    private int entries;

    /// <summary>An entry of the week; null when there is none.</summary>
    public Guid? Tell(int week, string topic)
    {
        if (ConsultantWeeks.Mornings[week] is 'h' or '?')
            return null;
        var voice = week < ConsultantWeeks.Turn ? before : after;
        var written = new List<Guid>();
        if (week < ConsultantWeeks.Turn || dice.Chance(0.6))
            written.Add(Write(week, DayOfWeek.Tuesday, voice.Think(topic), Layer.Thinking));
        if (week < ConsultantWeeks.Turn && dice.Chance(0.5))
            written.Add(Write(week, DayOfWeek.Thursday, voice.Think(topic), Layer.Thinking));
        if (dice.Chance(0.7))
            written.Add(Write(week, DayOfWeek.Friday, voice.Execution.Deal(topic), dice.Chance(0.8) ? Layer.Execution : null));
        if (week % 5 == 1)
            written.Add(Write(week, DayOfWeek.Sunday, voice.Belief.Deal(topic), Layer.Belief));
        return written is [] ? null : written[0];
    }

    private Guid Write(int week, DayOfWeek day, string text, Layer? layer)
    {
        var id = log.Id($"entry/{++entries}");
        var at = log.At(calendar.Day(week, day), dice.Roll(16, 21), dice.Roll(0, 59));

        // One in fourteen is entered days later, from a notebook.
        var entry = new JournalEntryWritten(id, text, layer, aim, at);
        var recorded = entries % 14 == 5 ? at.AddDays(dice.Roll(3, 9)) : at.AddMinutes(dice.Roll(1, 6));
        log.Add(entry, recorded, "web");
        Correct(id, text, log.Later(recorded, 60 * 26));
        return id;
    }

    private void Correct(Guid id, string text, DateTimeOffset at)
    {
        if (entries is 17 or 52 or 91 or 126)
            log.Add(new EntryAmended(id, text + " (Read again a day later: still true, less dramatic.)", "The tone was off.", at), source: "web");
        if (entries is 31 or 112)
            log.Add(new EntryRetracted(id, "Written about somebody who did not ask to be in here.", at), source: "web");
    }

    private sealed class Voice(ulong seed, string[] thinking, string[] afterthoughts, string[] execution, string[] belief)
    {
        private readonly Deck thinking = new(new(seed + 1), thinking);
        private readonly Deck afterthoughts = new(new(seed + 4), afterthoughts);

        public string Think(string topic) => $"{thinking.Deal(topic)} {afterthoughts.Deal(topic)}".TrimEnd();

        public Deck Execution { get; } = new(new(seed + 2), execution);

        public Deck Belief { get; } = new(new(seed + 3), belief);
    }
}
