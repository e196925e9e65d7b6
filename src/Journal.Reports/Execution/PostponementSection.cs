using Journal.Commitments;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Chains of postponements with what was said for each (C42).</summary>
internal static class PostponementSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var chains = scope.Commitments.Select(one => (Commitment: one, Links: Links(one))).Where(chain => chain.Links.Count > 0).ToList();
        builder.Add(
            "postponements.longest",
            "Times one commitment was postponed, at most",
            "count",
            scope.Commitments.Count == 0
                ? Measure.Missing("commitments in the window")
                : Measure.Of(chains.Select(chain => chain.Links.Count).DefaultIfEmpty().Max(), scope.Commitments.Count, chains.SelectMany(chain => chain.Commitment.Events)));
        builder.Add(new Table(
            "postponements",
            "Postponements, one commitment after another",
            ["commitment", "link", "of", "at", "newPlan", "reason", "cause", "newFactNeeded"],
            [.. chains.SelectMany(chain => chain.Links.Select((link, i) => Row(chain.Commitment, link, i + 1, chain.Links.Count)))]));
    }

    private static List<Reframe> Links(CommitmentFact commitment) => [.. commitment.Reframes.Where(reframe => reframe.Reframing == Reframing.Postpone)];

    private static Row Row(CommitmentFact commitment, Reframe link, int place, int length) => new(
        [
            commitment.Title,
            Text.Cell(place),
            Text.Cell(length),
            Text.Cell(link.At),
            Text.Cell(link.PlannedAt),
            link.HasReason ? "given" : null,
            Text.Cell(link.Cause),
            Text.Cell(link.NewFactNeeded),
        ],
        commitment.Id,
        commitment.Events);
}
