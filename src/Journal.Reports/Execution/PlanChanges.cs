using Journal.Commitments;
using Journal.Practices;
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

/// <summary>Changes of plan before and after a miss (C43, M15). One dated after the miss is post-hoc.</summary>
internal static class ReframeSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add("reframes.mean", "Changes of plan, a commitment that came due", "count", FinishMetrics.Reframes(scope.Due, scope.End, scope.Rules));
        var reframes = scope.Commitments.SelectMany(one => one.Reframes.Select(reframe => (Commitment: one, Reframe: reframe, Timing: Timing(one, reframe)))).ToList();
        builder.Add(new Table(
            "reframes",
            "Changes of plan and when they came",
            ["commitment", "kind", "at", "missedAt", "timing"],
            [.. reframes.Select(one => new Row(
                [
                    one.Commitment.Title,
                    Text.Word(one.Reframe.Reframing),
                    Text.Cell(one.Reframe.At),
                    Text.Cell(Missed(one.Commitment)),
                    one.Timing,
                ],
                one.Commitment.Id,
                one.Commitment.Events))]));
        var late = reframes.Where(one => one.Timing == "post-hoc").ToList();
        foreach (var group in late.GroupBy(one => one.Commitment.Id))
        {
            var kinds = string.Join(", ", group.Select(one => Text.Word(one.Reframe.Reframing)));
            builder.Found("postHoc", $"\"{group.First().Commitment.Title}\" was changed after it was missed ({kinds}): post-hoc.", group.Count(), group.First().Commitment.Events, group.Key);
        }

        if (late.Count > 0)
        {
            return;
        }

        var missed = scope.Commitments.Where(one => Missed(one) is not null).ToList();
        if (missed.Count == 0)
        {
            builder.Insufficient("postHoc", "commitments that were missed", reframes.Count);
        }
        else
        {
            builder.NotFound("postHoc", $"None of {Text.Count(missed.Count, "missed commitment")} was changed after the miss.", missed.Count, missed.SelectMany(one => one.Events));
        }
    }

    private static DateTimeOffset? Missed(CommitmentFact commitment) => commitment.Endings.FirstOrDefault(ending => ending.State == OutcomeState.Missed)?.At;

    private static string? Timing(CommitmentFact commitment, Reframe reframe) => Missed(commitment) is not { } missed ? null : reframe.At > missed ? "post-hoc" : "before the miss";
}
