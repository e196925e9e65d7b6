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
        Ranking(command.Items),
        new PrioritiesRanked(command.Id, command.Items, command.AimId, command.OccurredAt ?? now),
        now);

    private static Refusal? Ranking(IReadOnlyList<string>? items) =>
        items is null or [] ? Refusal.Invalid("items.missing", "Name at least one item.")
        : Check.Titles(items, "items") is { } refusal ? refusal
        : items.Distinct(StringComparer.OrdinalIgnoreCase).Count() < items.Count ? Refusal.Invalid("items.repeated", "An item stands in a ranking once.")
        : null;
}
