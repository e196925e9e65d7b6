using Journal.Recording;

namespace Journal.Decisions;

[Route("rankings", "Ranks priorities.", Verb = "add")]
public sealed record RankPriorities(IReadOnlyList<string> Items, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

public static class PriorityDecider
{
    public static Verdict Decide(RankPriorities command, Observation<PrioritiesRanked>? ranking, DateTimeOffset now) => Observing.Once(
        "ranking",
        ranking,
        new PrioritiesRanked(command.Id, command.Items, command.AimId, command.OccurredAt ?? now),
        now);
}
