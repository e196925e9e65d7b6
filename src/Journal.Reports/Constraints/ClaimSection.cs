using Journal.Reports.Causes;

namespace Journal.Reports.Constraints;

/// <summary>The claimed constraint (surface) against the found one (structural): how often they agree.</summary>
internal static class ClaimSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var claims = Claim.Of(view);
        var pairs = claims.Where(claim => claim.Agrees is not null).ToList();
        builder.Add("agreement", "share of aims whose claimed constraint is the found one", "share", Proportion.Of(
            pairs.Count(claim => claim.Agrees == true), pairs.Count, pairs.SelectMany(claim => claim.Events), "a surface and a structural diagnosis of one aim"));
        builder.Add(new Table(
            "claims",
            "Claimed against found",
            ["claimed", "claimedOn", "found", "foundOn", "agrees"],
            [
                .. claims.Select(claim => new Row(
                    [
                        claim.Surface is { } surface ? Cell.Of(surface.Constraint) : null,
                        Cell.Of(claim.Surface?.Day),
                        claim.Structural is { } structural ? Cell.Of(structural.Constraint) : null,
                        Cell.Of(claim.Structural?.Day),
                        claim.Agrees is { } agrees ? Cell.Of(agrees) : null,
                    ],
                    (claim.Structural ?? claim.Surface)?.AimId,
                    [.. claim.Events])),
            ]));
    }
}
