using Journal.Beliefs;
using Journal.Diagnosis;
using Journal.Growth;
using Journal.Work;

namespace Journal.Seeds.Consultant;

/// <summary>What the consultant took to be in the way, what was found there, what came out of the weeks, and who looks on.</summary>
internal sealed class ConsultantDiagnosis(SeedLog log, Calendar calendar, Guid aim, Guid article)
{
    private const int HeldBack = 6;
    private readonly Dice dice = new(0xC0_08);

    public void Tell()
    {
        log.Add(new DiagnosisStated(log.Id("diagnosis/surface"), DiagnosisKind.Surface, ConstraintKind.Time, "I have too little time to publish every week.", aim, At(3, 6, 19)), source: "web");
        log.Add(
            new ConstraintNominated(
                log.Id("belief/scrutiny"), "When a piece could reach more than the usual readers", "it stays with me until the week is over", ConstraintTemplate.VisibilityIsRisk, null, [article], At(22, 6, 20)),
            source: "web");
        var found = At(ConsultantWeeks.Turn, 0, 8);
        log.Add(
            new DiagnosisStated(log.Id("diagnosis/structural"), DiagnosisKind.Structural, ConstraintKind.Belief, "The pieces are finished on Thursday and feared until Sunday. The hours were never the problem.", aim, found),
            source: "web");
        log.Add(
            new DefectRaised(
                log.Id("defect"), "Finished pieces are held back", Layer.Belief, log.Id("belief/scrutiny"), [.. MissedBefore.Select(week => log.Id($"article/{week}"))], [log.Id("belief/scrutiny"), .. MissedBefore.Select(week => log.Id($"decision/{week}"))], 0.8, aim, log.Later(found, 10)),
            source: "web");
        log.Add(new DefectConfirmed(log.Id("defect"), log.Later(found, 25)), source: "web");
        log.Add(new DefectResolved(log.Id("defect"), "Twenty weeks without it.", At(66, 6, 20)), source: "web");
        Watch();
    }

    /// <summary>An article that went out.</summary>
    public void Output(int week, string topic)
    {
        if (ConsultantWeeks.Articles[week] == 'p')
            log.Add(new OutputRecorded(log.Id($"output/{week}"), 1, "article", null, null, topic, null, aim, At(week, 6, 17)), source: "web");
    }

    private static IEnumerable<int> MissedBefore => Enumerable.Range(0, ConsultantWeeks.Turn).Where(week => ConsultantWeeks.Articles[week] == 'm').TakeLast(HeldBack);

    // More people look on from month to month, and it presses less.
    private void Watch()
    {
        for (var week = 2; week < ConsultantWeeks.Articles.Length; week += 4)
        {
            var turned = Math.Clamp((week - ConsultantWeeks.Turn) / 12.0, 0, 1);
            log.Add(
                new LoadObserved(log.Id($"load/{week}"), null, null, (int)Math.Round(1 + (4 * turned)), (int)Math.Round(2 + (3 * turned)), (int)Math.Round(5 - (2.4 * turned) + (dice.Roll(-5, 5) / 10.0)), null, At(week, 4, 18)),
                source: "web");
        }
    }

    private DateTimeOffset At(int week, int daysAfterMonday, int hour) => log.At(calendar.Day(week, daysAfterMonday), hour, 5);
}
