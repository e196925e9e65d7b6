using Journal.Beliefs;
using Journal.Facts;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;

namespace Journal.Reports.Constraints;

/// <summary>
/// A belief that limits, with what its rank is made of: what it constrains, times the share of attempts at that which were missed, times the weeks in which
/// misses recurred, less the evidence that contradicts it, all of it counted over the part of the window in which it was held. Misses put down to capacity,
/// environment or illness, and what was excused, are no part of it.
/// </summary>
/// <param name="Constrained">Commitments and practices.</param>
/// <param name="Attempts">Finished or missed, and not put down to something outside.</param>
/// <param name="Recurrence">Weeks with a miss.</param>
/// <param name="Ended">The day it was replaced or retired; null where it is held on the last day.</param>
internal sealed record RankedConstraint(
    BeliefFact Belief, DateOnly? Ended, int Constrained, int Attempts, int Missed, int Recurrence, int Contradicting, IReadOnlyList<Guid> Events)
{
    public double MissRate => Attempts == 0 ? 0 : (double)Missed / Attempts;

    public double Score => (Constrained * MissRate * Recurrence) - Contradicting;

    /// <summary>Beliefs that count, limit and were held within the window, the highest score first. A candidate never ranks.</summary>
    public static IReadOnlyList<RankedConstraint> Of(ReportView view)
    {
        var constrained = new Constrained(view);
        var attempts = IntendedAction.Of(view).Where(one => (one.Finished || one.Missed) && !(one.Missed && one.Outside)).ToLookup(one => one.Subject);
        var against = view.Within<EvidenceFact>().Where(one => one.Direction == EvidenceDirection.Contradicts).ToLookup(one => one.BeliefId);
        return
        [
            .. view.All<BeliefFact>()
                .Where(one => one.Counts && one.Stance == BeliefStance.Limits && one.IsHeldWithin(view.First, view.Last) && view.Serves(one.AimId))
                .Select(belief => Of(belief, belief.EndedBy(view.Last), constrained.By(belief), attempts, [.. against[belief.Id].Where(one => belief.IsHeld(one.OccurredAt))]))
                .OrderByDescending(one => one.Score).ThenBy(one => one.Belief.OccurredAt).ThenBy(one => one.Belief.Id),
        ];
    }

    private static RankedConstraint Of(BeliefFact belief, DateOnly? ended, IReadOnlyList<Fact> subjects, ILookup<Guid, IntendedAction> attempts, IReadOnlyList<EvidenceFact> against)
    {
        var tried = subjects.SelectMany(subject => attempts[subject.Id]).Where(one => belief.IsHeld(one.At)).ToList();
        var missed = tried.Where(one => one.Missed).ToList();
        return new(
            belief,
            ended,
            subjects.Count,
            tried.Count,
            missed.Count,
            missed.Select(one => IsoWeek.Of(one.Day)).Distinct().Count(),
            against.Count,
            [.. belief.Events.Concat(tried.SelectMany(one => one.Events)).Concat(against.SelectMany(one => one.Events)).Distinct()]);
    }
}

/// <summary>The belief that constrains most, where one does.</summary>
/// <param name="First">Null where none ranks, or where two rank alike.</param>
/// <param name="Tied">How many share the highest rank.</param>
/// <param name="Ranked">Those with attempts enough and a score above 0, the highest first.</param>
/// <param name="All">With those that do not rank.</param>
internal sealed record Dominant(RankedConstraint? First, int Tied, IReadOnlyList<RankedConstraint> Ranked, IReadOnlyList<RankedConstraint> All)
{
    public static readonly WholeRule ConstraintAttempts = new("constraintAttempts", 3, 1, 1000, "Attempts at what a belief constrains below which it is not ranked.");

    public static Dominant Of(ReportView view)
    {
        var all = RankedConstraint.Of(view);
        var ranked = all.Where(one => one.Attempts >= view[ConstraintAttempts] && one.Score > 0).ToList();
        var tied = ranked.Count(one => ranked[0].Score - one.Score < 1e-9);
        return new(tied == 1 ? ranked[0] : null, tied, ranked, all);
    }
}
