using Journal.Commitments;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Metrics;
using Journal.Work;

namespace Journal.Reports.Diagnosis;

/// <summary>What a practice and its aim cost since a day: occasions missed, days of delay, and minutes of other work and of rework.</summary>
/// <param name="Missed">Of the practice, and of commitments for its aim.</param>
/// <param name="DelayDays">Sum of the late starts among them.</param>
/// <param name="Minutes">Spent instead of them, and on putting them right.</param>
internal sealed record Cost(Measure Missed, Measure DelayDays, Measure Minutes)
{
    public IEnumerable<Guid> Events => Missed.Events.Concat(DelayDays.Events).Concat(Minutes.Events);

    public static Cost Of(ReportView view, PracticeFact practice, DateOnly since)
    {
        var attempts = Attempt.Of(view).Where(one => one.Day >= since && (one.Subject == practice.Id || (one.OfCommitment && practice.AimId is not null && one.AimId == practice.AimId))).ToList();
        var (missed, late) = (attempts.Where(one => one.Missed).ToList(), attempts.Where(one => one.DelayDays > view[StartMetrics.OnTimeDays]).ToList());
        var subjects = view.All<CommitmentFact>().Where(one => practice.AimId is not null && one.AimId == practice.AimId).Select(one => one.Id).Append(practice.Id).ToHashSet();
        var instead = view.Within<TimeFact>().Where(one => one.Day >= since && one.InsteadOf is { } of && subjects.Contains(of)).ToList();
        var rework = view.Within<CorrectionFact>().Where(one => one.Day >= since && one.SourceId is { } of && subjects.Contains(of)).ToList();
        return new(
            Measure.Count(missed, one => one.Events),
            Measure.Of(late.Sum(one => one.DelayDays!.Value), late.Count, late.SelectMany(one => one.Events)),
            Measure.Of(
                instead.Sum(one => one.Minutes) + rework.Sum(one => one.Minutes ?? 0), instead.Count + rework.Count, instead.SelectMany(one => one.Events).Concat(rework.SelectMany(one => one.Events))));
    }
}
