using Journal.Reports.Causes;

namespace Journal.Reports.Constraints;

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
