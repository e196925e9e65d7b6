using Journal.Beliefs;

namespace Journal.Seeds.Consultant;

/// <summary>What is held for and against the belief of the time, on Sundays, each linked to the week's article or entry.</summary>
internal sealed class ConsultantEvidence(SeedLog log, Calendar calendar)
{
    private const int Replaced = 45;
    private readonly Dice dice = new(0xC0_04);
    private readonly Deck forScrutiny = new(new(0xC0_51), BeforeTexts.Supports);
    private readonly Deck againstScrutiny = new(new(0xC0_52), BeforeTexts.Contradicts);
    private readonly Deck forJudged = new(new(0xC0_53), AfterTexts.Supports);
    private readonly Deck againstJudged = new(new(0xC0_54), AfterTexts.Contradicts);
    private int publishedBefore;

    public void Tell(int week, Guid? outcome, Guid? entry)
    {
        switch (ConsultantWeeks.Articles[week])
        {
            case 'p' when week < ConsultantWeeks.Turn:
                // Every third piece that went out spoke against the fear, if one had counted.
                var against = ++publishedBefore % 3 == 0;
                Link(week, "scrutiny", against ? EvidenceDirection.Contradicts : EvidenceDirection.Supports, outcome, (against ? againstScrutiny : forScrutiny).Deal());
                break;
            case 'm' when week < ConsultantWeeks.Turn && week % 3 != 2:
                Link(week, "scrutiny", EvidenceDirection.Supports, entry ?? outcome, dice.Chance(0.5) ? forScrutiny.Deal() : null);
                break;
            case 'p' when week < Replaced:
                Link(week, "scrutiny", EvidenceDirection.Contradicts, outcome, againstScrutiny.Deal());
                break;
            case 'p' when week is 52 or 64 or 73:
                Link(week, "judged", EvidenceDirection.Contradicts, outcome, againstJudged.Deal());
                break;
            case 'p' when week >= Replaced && week % 3 != 0:
                Link(week, "judged", EvidenceDirection.Supports, dice.Chance(0.7) ? outcome : entry ?? outcome, forJudged.Deal());
                break;
            default:
                break;
        }
    }

    private void Link(int week, string belief, EvidenceDirection direction, Guid? source, string? note) => log.Add(
        new EvidenceLinked(log.Id("belief/" + belief), log.Id($"evidence/{week}"), direction, source, note, log.At(calendar.Day(week, DayOfWeek.Sunday), 20, dice.Roll(0, 50))),
        source: "web");
}
