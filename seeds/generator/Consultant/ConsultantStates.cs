using Journal.States;

namespace Journal.Seeds.Consultant;

/// <summary>How the consultant is, on Fridays and on some Tuesdays: forcing it at first, carried later.</summary>
internal sealed class ConsultantStates(SeedLog log, Calendar calendar)
{
    private readonly Dice dice = new(0xC0_05);

    public void Tell()
    {
        for (var week = 0; week < ConsultantWeeks.Mornings.Length; week++)
        {
            if (ConsultantWeeks.Mornings[week] is 'h' or '?')
                continue;
            Sample(week, DayOfWeek.Friday, whole: true);
            if (week % 3 == 1)
                Sample(week, DayOfWeek.Tuesday, whole: false);
        }
    }

    // Levels move over ten weeks from what they were to what they become.
    private void Sample(int week, DayOfWeek day, bool whole)
    {
        var turned = Math.Clamp((week - ConsultantWeeks.Turn) / 10.0, 0, 1);
        log.Add(
            new StateSampled(
                log.Id($"state/{week}/{day}"),
                Rating(3.6, 5.0, turned, spread: turned < 0.5 ? 2 : 1),
                Rating(4.0, 4.8, turned, spread: turned < 0.5 ? 2 : 1),
                whole ? Rating(3.0, 5.4, turned) : null,
                whole ? Rating(5.4, 2.6, turned) : null,
                whole ? Rating(4.8, 2.4, turned) : null,
                Math.Clamp(Level(2.2, -1.4, turned), -3, 3),
                log.At(calendar.Day(week, day), day == DayOfWeek.Friday ? 17 : 13, dice.Roll(0, 45))),
            minutes: 1);
    }

    private int Rating(double from, double to, double turned, int spread = 1) => Math.Clamp(Level(from, to, turned, spread), 1, 7);

    private int Level(double from, double to, double turned, int spread = 1) =>
        (int)Math.Round(from + ((to - from) * turned) + (dice.Roll(-10 * spread, 10 * spread) / 10.0), MidpointRounding.AwayFromZero);
}
