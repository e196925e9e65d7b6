using Journal.Decisions;
using Journal.Interpretations;

namespace Journal.Seeds.Consultant;

/// <summary>What has to be decided about each article, how often it is gone over, and how the week is read.</summary>
internal sealed class ConsultantDecisions(SeedLog log, Calendar calendar, Guid aim)
{
    private const int HoursAllowed = 48;
    private readonly Dice dice = new(0xC0_07);
    private readonly Deck risks = new(new(0xC0_61), DecisionTexts.Risks);
    private readonly Deck chances = new(new(0xC0_62), DecisionTexts.Chances);
    private readonly Deck passes = new(new(0xC0_63), DecisionTexts.Passes);
    private readonly Deck facts = new(new(0xC0_64), DecisionTexts.Facts);

    public void SetStandard() => log.Add(
        new DecisionStandardSet(log.Id("standard/article"), "article", HoursAllowed, log.At(calendar.Day(ConsultantWeeks.Turn, DayOfWeek.Wednesday), 9, 30)), source: "web");

    public void Tell(int week, string topic)
    {
        if (ConsultantWeeks.Articles[week] is not ('p' or 'm'))
            return;
        var before = week < ConsultantWeeks.Turn;
        Decide(week, topic, before, before ? dice.Roll(3, 5) : dice.Roll(0, 1));
        Read(week, before);
    }

    // Before the turn a decision takes most of the week and every pass goes over the same ground; after it, one pass and a choice within two days.
    private void Decide(int week, string topic, bool before, int rounds)
    {
        var decision = log.Id($"decision/{week}");
        var opened = log.At(calendar.Day(week, DayOfWeek.Monday), 9, dice.Roll(0, 50));
        var belief = log.Id(week <= 44 ? "belief/scrutiny" : "belief/judged");
        log.Add(new DecisionOpened(decision, $"Is {topic} ready to go out?", "article", [], null, [belief], aim, opened));
        var at = opened;
        for (var round = 0; round < rounds; round++)
        {
            at = log.Later(at, before ? dice.Roll(1100, 1700) : dice.Roll(300, 600));
            var isNew = !before && dice.Chance(0.7);
            log.Add(new DecisionReviewed(decision, log.Id($"review/{week}/{round}"), isNew, (isNew ? facts : passes).Deal(), null, at));
        }

        var decided = log.Later(at, before ? dice.Roll(900, 1500) : dice.Roll(200, 900));
        var published = ConsultantWeeks.Articles[week] == 'p';
        // Some weeks end before the choice does: then it is dropped with the week.
        if (!before || published || week % 2 == 0)
            log.Add(new DecisionMade(decision, published ? "Send it" : "Not this week", before ? 0.4 + (dice.Roll(0, 2) / 10.0) : 0.7 + (dice.Roll(0, 2) / 10.0), decided));
        else
            log.Add(new DecisionDropped(decision, "The week is over.", decided));
        if (published)
            log.Add(new DecisionOutcomeReviewed(decision, !before || week % 3 != 0, null, log.At(calendar.Day(week + 1, DayOfWeek.Sunday), 18, dice.Roll(0, 50))), source: "web");
    }

    // One week in five is read as a chance before, four in five after.
    private void Read(int week, bool before)
    {
        var supports = before ? week % 5 == 0 : week % 5 != 0;
        var belief = log.Id(week <= 44 ? "belief/scrutiny" : "belief/judged");
        log.Add(
            new InterpretationLogged(
                log.Id($"interpretation/{week}"),
                supports ? InterpretationKind.Opportunity : InterpretationKind.Risk,
                (supports ? chances : risks).Deal(),
                supports,
                supports && before ? [] : [belief],
                null,
                log.Id($"decision/{week}"),
                aim,
                log.At(calendar.Day(week, DayOfWeek.Thursday), 20, dice.Roll(0, 50))),
            source: "web");
    }
}
