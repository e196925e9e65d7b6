using Journal.Aims;
using Journal.Beliefs;
using Journal.Interventions;

namespace Journal.Seeds.Founder;

/// <summary>A founder who talks to customers until the work goes well, and then goes back to the code. 104 weeks from 28 October 2024.</summary>
internal sealed class FounderSeed
{
    private readonly SeedLog log = new("founder", "Europe/Lisbon", "Made up. The founder of a booking tool: two full cycles of progress, regression and recovery in talking to customers, and a third regression that is open in October 2026.");
    private readonly Calendar calendar = new(new DateOnly(2024, 10, 28));

    public static SeedLog Make() => new FounderSeed().Fill();

    private SeedLog Fill()
    {
        var (paying, rooms, first) = (log.Id("aim/paying"), log.Id("aim/rooms"), log.Id("aim/first"));
        log.Add(new AimSet(first, "Get the first version out", null, At(0, 0, 8)));
        log.Add(new AimSet(paying, "Ten practices that pay for the booking tool", "The savings last for two years.", At(0, 0, 9)));
        log.Add(new AimClosed(first, AimEnding.Reached, "Out, with two practices on it.", At(7, 4, 18)));
        log.Add(new AimSet(rooms, "A company that runs while I am in no room", null, At(3, 6, 17)), source: "web");
        log.Add(new AimRevised(paying, "Forty practices that pay for the booking tool", null, At(34, 0, 9)), source: "web");
        Believe(paying);
        Intervene(paying);
        new FounderTalks(log, calendar, paying).Tell();
        new FounderFridays(log, calendar, rooms).Tell();
        new FounderReflection(log, calendar, paying).Tell();
        new FounderCompany(log, calendar, paying, rooms).Tell();
        new FounderPromises(log, calendar, paying).Tell();
        new FounderChoices(log, calendar, paying).Tell();
        return log;
    }

    private void Believe(Guid paying)
    {
        var (listening, building, others) = (log.Id("belief/listening"), log.Id("belief/building"), log.Id("belief/others"));
        log.Add(new BeliefStated(listening, "What to build I learn from customers, not at my desk.", BeliefScope.WorthActingOn, 0.6, BeliefStance.Serves, BeliefOrigin.Explicit, paying, null, At(0, 0, 10)));
        log.Add(new BeliefStated(building, "If I stop building for a week, the product falls behind for good.", BeliefScope.Sustainable, 0.75, BeliefStance.Limits, BeliefOrigin.Explicit, paying, null, At(21, 6, 20)));
        log.Add(new BeliefRated(listening, 0.75, At(16, 6, 20)));
        log.Add(new BeliefRated(building, 0.85, At(54, 6, 20)));
        log.Add(new BeliefChallenged(building, "Which week of mine would a customer have noticed?", At(63, 6, 20)), source: "web");
        log.Add(new BeliefReplaced(building, others, "Three weeks of Marta deciding, and the product is better for it.", At(70, 6, 20)), source: "web");
        log.Add(new BeliefStated(others, "The product moves when the right thing is next, whoever builds it.", BeliefScope.Sustainable, 0.6, BeliefStance.Serves, BeliefOrigin.Explicit, paying, building, At(70, 6, 20)), source: "web");
        log.Add(new BeliefRated(others, 0.7, At(83, 6, 20)), source: "web");
        log.Add(new BeliefRated(others, 0.5, At(100, 6, 20)), source: "web");
    }

    private void Intervene(Guid paying)
    {
        var (halfDays, handOver) = (log.Id("intervention/half-days"), log.Id("intervention/hand-over"));
        log.Add(new InterventionStarted(halfDays, "Two fixed half-days for calls", [Layer.Execution], paying, At(31, 0, 8)));
        log.Add(new InterventionEnded(halfDays, "It goes by itself now.", At(46, 4, 17)));
        log.Add(new InterventionStarted(handOver, "Marta owns the backlog; calls before ten, code after", [Layer.Thinking, Layer.Execution], paying, At(63, 0, 8)));
        log.Add(new InterventionEnded(handOver, "Marta is on leave from September; I take the backlog back for now.", At(96, 4, 17)));
    }

    private DateTimeOffset At(int week, int daysAfterMonday, int hour) => log.At(calendar.Day(week, daysAfterMonday), hour);
}
