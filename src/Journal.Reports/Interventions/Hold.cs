using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Reports.Interventions;

/// <summary>
/// How long one practice held the progress it made during an intervention. Progress is <c>progressWeeks</c> weeks at the progress level from the week it began in
/// to the week it ended in; the peak is the best mean of <c>peakWeeks</c> consecutive weeks until then. A regression is the first of <c>regressionWeeks</c>
/// consecutive weeks after the end that lie the drop below that peak; fewer are a lapse.
/// </summary>
/// <param name="Weeks">Known weeks after the end until the regression, or until the last.</param>
/// <param name="Fall">Its first week, counted from the end; null where none followed.</param>
/// <param name="Regression">The Monday of that week.</param>
internal sealed record Hold(PracticeFact Practice, double Peak, int Weeks, int? Fall, DateOnly? Regression, IReadOnlyList<Guid> Events)
{
    /// <summary>Whether a regression began within the weeks asked for.</summary>
    public bool Regressed(IRules rules) => Fall < rules[Durability.DurableWeeks];

    /// <summary>Null where it made no progress between the two weeks.</summary>
    public static Hold? Of(PracticeWeeks practice, IsoWeek start, IsoWeek end, IRules rules)
    {
        var during = practice.Weeks.Where(week => week.Week >= start && week.Week <= end).ToList();
        if (!Runs(during, rules[CycleRules.ProgressWeeks]).Any(run => run.All(value => value >= rules[WeeklyAdherence.Progress])))
        {
            return null;
        }

        var after = practice.Weeks.Where(week => week.Week > end).ToList();
        var peak = Runs(during, Math.Min(rules[CycleRules.PeakWeeks], during.Count)).Select(run => run.Average()).DefaultIfEmpty(0).Max();
        var fall = FirstFall(after, peak - rules[CycleRules.Drop] + 1e-9, rules[CycleRules.RegressionWeeks]);
        return new(
            practice.Practice,
            peak,
            after.Take(fall ?? after.Count).Count(week => week.Adherence is not null),
            fall,
            fall is { } at ? after[at].Week.Monday : null,
            [.. during.Concat(after.Take(rules[Durability.DurableWeeks] + rules[CycleRules.RegressionWeeks])).SelectMany(week => week.Events)]);
    }

    // Only weeks that are known throughout are consecutive.
    private static IEnumerable<IReadOnlyList<double>> Runs(List<PracticeWeek> weeks, int length) =>
        Enumerable.Range(0, Math.Max(0, weeks.Count - length + 1))
            .Select(from => weeks.Skip(from).Take(length).Select(week => week.Adherence).OfType<double>().ToList())
            .Where(run => run.Count == length && length > 0);

    private static int? FirstFall(List<PracticeWeek> after, double limit, int length)
    {
        var at = Enumerable.Range(0, Math.Max(0, after.Count - length + 1)).FirstOrDefault(from => after.Skip(from).Take(length).All(week => week.Adherence <= limit), -1);
        return at < 0 ? null : at;
    }
}
