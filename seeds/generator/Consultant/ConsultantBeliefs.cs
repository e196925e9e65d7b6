using Journal.Beliefs;

namespace Journal.Seeds.Consultant;

/// <summary>What the consultant holds to be true, how strongly, and what it gives way to.</summary>
internal sealed class ConsultantBeliefs(SeedLog log, Calendar calendar, Guid aim)
{
    public void Tell()
    {
        var (scrutiny, complete, judged) = (log.Id("belief/scrutiny"), log.Id("belief/complete"), log.Id("belief/judged"));
        log.Add(new BeliefStated(scrutiny, "Visibility is scrutiny: the more people see my work, the more of them find what is wrong with it.",
            BeliefScope.Safe, 0.85, BeliefStance.Limits, BeliefOrigin.Explicit, aim, null, At(0, 2, 19)), source: "web");
        log.Add(new BeliefStated(complete, "A piece has to cover every exception before anybody may read it.",
            BeliefScope.Necessary, 0.6, BeliefStance.Limits, BeliefOrigin.Explicit, aim, null, At(2, 4, 18)), source: "web");
        foreach (var (week, strength) in new[] { (9, 0.9), (18, 0.85), (31, 0.9), (42, 0.7) })
            log.Add(new BeliefRated(scrutiny, strength, At(week, 6, 20)), source: "web");
        log.Add(new BeliefRated(complete, 0.7, At(19, 6, 20)), source: "web");

        log.Add(new BeliefChallenged(scrutiny, "Of the ten pieces I did publish, how many led to an attack? I count none, and one correction.", At(40, 0, 20)), source: "web");
        log.Add(new BeliefChallenged(complete, "Which exception did a reader ever miss?", At(40, 3, 20)), source: "web");
        log.Add(new BeliefRetired(complete, "Readers ask about exceptions when they have them. Then I answer.", At(44, 4, 18)), source: "web");

        var replaced = At(44, 6, 20);
        log.Add(new BeliefReplaced(scrutiny, judged, "Ten readers answered. What I feared is what makes some of them call.", replaced), source: "web");
        log.Add(new BeliefStated(judged, "Those who can see my work can judge it, and some of those become clients.",
            BeliefScope.Safe, 0.5, BeliefStance.Serves, BeliefOrigin.Explicit, aim, scrutiny, replaced), source: "web");
        foreach (var (week, strength) in new[] { (49, 0.6), (58, 0.7), (66, 0.65), (76, 0.8) })
            log.Add(new BeliefRated(judged, strength, At(week, 6, 20)), source: "web");
    }

    private DateTimeOffset At(int week, int daysAfterMonday, int hour) => log.At(calendar.Day(week, daysAfterMonday), hour, 15);
}
