using Journal.Aims;
using Journal.Interventions;
using Journal.Practices;

namespace Journal.Seeds.Consultant;

/// <summary>A consultant who writes too rarely, and what three changes at three layers did. 80 weeks from 2 December 2024.</summary>
internal sealed class ConsultantSeed
{
    private readonly SeedLog log = new("consultant", "Europe/Berlin", "Made up. A pricing consultant who publishes irregularly, three interventions in the week of 2025-09-08, and forty weeks after them.");
    private readonly Calendar calendar = new(new DateOnly(2024, 12, 2));

    public static SeedLog Make() => new ConsultantSeed().Fill();

    private SeedLog Fill()
    {
        var (aim, article, morning) = (log.Id("aim"), log.Id("practice/article"), log.Id("practice/morning"));
        var begun = log.At(calendar.Day(0, DayOfWeek.Monday), 7, 40);
        log.Add(new AimSet(aim, "Publish every week and be known for pricing", "Clients should come because they have read me, not because I was recommended over lunch.", begun));
        log.Add(new PracticeAdopted(article, "Publish an article", 1, 7, null, "replies", TargetBound.AtLeast, Silence.Unknown, aim, log.Later(begun, 4)));
        log.Add(new PracticeAdopted(morning, "Write in the morning", 5, 7, null, null, TargetBound.AtLeast, Silence.Unknown, aim, log.Later(begun, 6)));
        new ConsultantBeliefs(log, calendar, aim).Tell();
        Intervene(aim);
        new ConsultantWork(log, calendar, aim, article, morning).Tell();
        new ConsultantStates(log, calendar).Tell();
        return log;
    }

    private void Intervene(Guid aim)
    {
        Intervene("belief", "Ask ten readers what they took from a piece, and write down what they say", Layer.Belief, (40, DayOfWeek.Monday), (55, DayOfWeek.Friday), "The ten answers are in. I reread them rarely now.");
        Intervene("thinking", "One pass, one reader; another pass only for a new fact", Layer.Thinking, (40, DayOfWeek.Wednesday), (59, DayOfWeek.Friday), "The rule is a habit; the card stays on the wall.");
        Intervene("execution", "Begin at half past eight with the sentence left over, publish on Tuesday whatever its state", Layer.Execution, (40, DayOfWeek.Friday), (62, DayOfWeek.Monday), "No reminder for the last month.");

        void Intervene(string name, string title, Layer layer, (int Week, DayOfWeek Day) from, (int Week, DayOfWeek Day) to, string note)
        {
            log.Add(new InterventionStarted(log.Id("intervention/" + name), title, [layer], aim, log.At(calendar.Day(from.Week, from.Day), 9, 10)), source: "web");
            log.Add(new InterventionEnded(log.Id("intervention/" + name), note, log.At(calendar.Day(to.Week, to.Day), 17, 30)), source: "web");
        }
    }
}
