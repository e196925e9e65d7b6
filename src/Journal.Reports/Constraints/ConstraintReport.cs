using Journal.Reports.Causes;

namespace Journal.Reports.Constraints;

/// <summary>Which belief constrains most, if the records show any; and whether what was claimed at first is what was found.</summary>
public static class ConstraintReport
{
    public static ReportKind Kind { get; } = new(
        "constraint", "Which belief constrains most by the records, if any does, and whether the claimed constraint is the found one.", Write)
    {
        Question = "Which belief holds me back most?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        RankingSection.Write(view, builder);
        LayerSection.Write(view, builder);
        ClaimSection.Write(view, builder);
    }
}

internal static class RankingSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var dominant = Dominant.Of(view);
        foreach (var one in dominant.Ranked)
        {
            builder.Add("constraint.score", "constrained times miss rate times recurrence, less contradicting evidence", "score", Measure.Of(one.Score, one.Attempts, one.Events), one.Belief.Id);
        }

        builder.Add(new Table(
            "ranking",
            "Beliefs that limit, by how much they constrain",
            ["belief", "score", "constrained", "missRate", "recurrence", "contradicting", "missed", "attempts", "ranked", "heldUntil"],
            [.. dominant.All.Select(one => Line(one, dominant.Ranked.Any(ranked => ReferenceEquals(ranked, one))))]));
        Judge(view, builder, dominant.All, dominant);
    }

    private static void Judge(ReportView view, ReportBuilder builder, IReadOnlyList<RankedConstraint> all, Dominant dominant)
    {
        var events = all.SelectMany(one => one.Events);
        if (dominant.First is { } first)
        {
            builder.Found("dominantConstraint", Sentence(first), first.Attempts, first.Events, first.Belief.Id);
        }
        else if (dominant.Tied > 1)
        {
            builder.NotFound("dominantConstraint", $"No single constraint: {dominant.Tied} beliefs share the highest rank of {Text.Number(dominant.Ranked[0].Score, 4)}.", dominant.Ranked.Sum(one => one.Attempts), events);
        }
        else if (all.All(one => one.Attempts < view[Dominant.ConstraintAttempts]))
        {
            builder.Insufficient("dominantConstraint", $"a belief that limits, is stated or confirmed, and constrains something attempted at least {view[Dominant.ConstraintAttempts]} times", all.Sum(one => one.Attempts), events);
        }
        else
        {
            builder.NotFound("dominantConstraint", "No constraint: misses of what beliefs constrain do not outweigh the evidence that contradicts them.", all.Sum(one => one.Attempts), events);
        }
    }

    private static string Sentence(RankedConstraint one) => one.Ended is { } ended
        ? $"“{one.Belief.Text}” ranked highest while it was held, until {Text.Cell(ended)}: {Figures(one)}. It is no longer held."
        : $"“{one.Belief.Text}” ranks highest: {Figures(one)}.";

    private static string Figures(RankedConstraint one) =>
        $"it was named to constrain {Text.Count(one.Constrained, "commitment or practice", "commitments and practices")}, {one.Missed} of {Text.Count(one.Attempts, "attempt")} at that "
        + $"{(one.Missed == 1 ? "was" : "were")} missed, in {Text.Count(one.Recurrence, "week")}, and {Text.Count(one.Contradicting, "piece", "pieces")} of evidence contradict{(one.Contradicting == 1 ? "s" : "")} it";

    private static Row Line(RankedConstraint one, bool ranked) => new(
        [
            one.Belief.Text,
            Text.Number(one.Score, 4),
            Text.Cell(one.Constrained),
            Text.Number(one.MissRate, 4),
            Text.Cell(one.Recurrence),
            Text.Cell(one.Contradicting),
            Text.Cell(one.Missed),
            Text.Cell(one.Attempts),
            Text.Cell(ranked),
            Text.Cell(one.Ended),
        ],
        one.Belief.Id,
        one.Events);
}

/// <summary>The claimed constraint (surface) against the found one (structural): how often they agree.</summary>
internal static class ClaimSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var claims = Claim.Of(view);
        var pairs = claims.Where(claim => claim.Agrees is not null).ToList();
        builder.Add("agreement", "share of aims whose claimed constraint is the found one", "share", Measure.Proportion(
            pairs.Count(claim => claim.Agrees == true), pairs.Count, pairs.SelectMany(claim => claim.Events), "a surface and a structural diagnosis of one aim"));
        builder.Add(new Table(
            "claims",
            "Claimed against found",
            ["claimed", "claimedOn", "found", "foundOn", "agrees"],
            [
                .. claims.Select(claim => new Row(
                    [
                        claim.Surface is { } surface ? Text.Cell(surface.Constraint) : null,
                        Text.Cell(claim.Surface?.Day),
                        claim.Structural is { } structural ? Text.Cell(structural.Constraint) : null,
                        Text.Cell(claim.Structural?.Day),
                        claim.Agrees is { } agrees ? Text.Cell(agrees) : null,
                    ],
                    (claim.Structural ?? claim.Surface)?.AimId,
                    [.. claim.Events])),
            ]));
    }
}
