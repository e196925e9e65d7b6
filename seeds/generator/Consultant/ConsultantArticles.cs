using Journal.Practices;

namespace Journal.Seeds.Consultant;

/// <summary>One article a week, planned for Tuesday at ten.</summary>
internal sealed class ConsultantArticles(SeedLog log, Calendar calendar, Guid practice)
{
    private readonly Dice dice = new(0xC0_02);
    private readonly Deck missed = new(new(0xC0_21), BeforeTexts.Missed);
    private readonly Deck skipped = new(new(0xC0_22), "no issue during the holidays", "away, announced beforehand", "break, by plan");

    /// <summary>The outcome of the week; null when nothing was logged.</summary>
    public Guid? Tell(int week, string topic, int published)
    {
        var outcome = log.Id($"article/{week}");
        var planned = log.At(calendar.Day(week, DayOfWeek.Tuesday), 10);
        switch (ConsultantWeeks.Articles[week])
        {
            case 'p' when week < ConsultantWeeks.Turn:
                Publish(outcome, planned, ConsultantWeeks.LateBefore[published] - '0', (200, 320), dice.Roll(6, 7), dice.Roll(0, 5), topic);
                break;
            case 'p':
                Publish(outcome, planned, 0, (84, 110), Effort(week), 4 + ((week - ConsultantWeeks.Turn) / 4) + dice.Roll(-3, 4), topic);
                break;
            case 'm':
                log.Add(new ExecutionMissed(practice, outcome, planned, null, Reason(week, topic), log.At(calendar.Day(week, DayOfWeek.Sunday), 18, dice.Roll(0, 59))), 5);
                break;
            case 'h':
                log.Add(new ExecutionSkipped(practice, outcome, skipped.Deal(), planned), log.At(calendar.Day(week, 13), 20, 12));
                break;
            case 'i':
                log.Add(new ExecutionSkipped(practice, outcome, "ill, nothing sent", planned), log.At(calendar.Day(week, 5), 11, 40));
                break;
            default:
                return null;
        }

        return outcome;
    }

    private void Publish(Guid outcome, DateTimeOffset planned, int daysLate, (int From, int To) minutes, int effort, int replies, string topic)
    {
        var day = DateOnly.FromDateTime(planned.DateTime).AddDays(daysLate);
        var started = log.At(day, daysLate > 0 ? dice.Roll(11, 15) : 9, daysLate > 0 ? dice.Roll(0, 59) : dice.Roll(40, 59));
        var spent = dice.Roll(minutes.From, minutes.To);
        log.Add(
            new ExecutionFinished(practice, outcome, null, Math.Max(0, replies), planned, started, effort, spent, null, topic, log.Later(started, spent)),
            dice.Roll(3, 40),
            "web");
    }

    private int Effort(int week) => week < 44 ? dice.Roll(4, 5) : dice.Roll(2, 3);

    private string Reason(int week, string topic) => week switch
    {
        40 => "the first Tuesday by the new rule, and I went back to polishing",
        65 => "trade journal's deadline in the same week; chose that one",
        _ => missed.Deal(topic),
    };
}
