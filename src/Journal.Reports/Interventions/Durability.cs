using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Reports.Interventions;

/// <summary>What became of progress once an intervention had ended.</summary>
internal enum ProgressOutcome
{
    /// <summary>It had not ended by the last day.</summary>
    UnderWay,

    /// <summary>There was no progress while it lasted that could have been kept.</summary>
    NoProgress,

    /// <summary>Fewer known weeks than asked for have passed since it ended.</summary>
    TooEarly,

    /// <summary>A regression began within the weeks asked for.</summary>
    Temporary,

    /// <summary>It held for the weeks asked for, or longer.</summary>
    Durable,
}

/// <summary>
/// What became of the progress of every practice that an intervention covers, judged one by one: a lapse in one practice and another in a second do not make a
/// regression. It is temporary where one of them regressed within the weeks asked for, and durable where all that made progress held.
/// </summary>
/// <param name="Weakest">The practice that decides it; null where none made progress while it lasted.</param>
internal sealed record Durability(InterventionWindow Window, ProgressOutcome Lasting, HeldProgress? Weakest, IReadOnlyList<Guid> Events)
{
    public static readonly WholeRule DurableWeeks = new("durableWeeks", 8, 1, 104, "Weeks after the end of an intervention within which a regression makes its progress temporary.");

    public bool Judged => Lasting is ProgressOutcome.Temporary or ProgressOutcome.Durable;

    /// <summary>Known weeks after the end until the regression, or until the last.</summary>
    public int Held => Weakest?.Weeks ?? 0;

    public static Durability Of(InterventionWindow window, IRules rules)
    {
        if (window.End is not { } ended)
        {
            return new(window, ProgressOutcome.UnderWay, null, window.Fact.Events);
        }

        var (start, end) = (IsoWeek.Of(window.Start), IsoWeek.Of(ended));
        var holds = window.Practices.Select(practice => HeldProgress.Of(practice, start, end, rules)).OfType<HeldProgress>().ToList();
        var weakest = holds.OrderByDescending(hold => hold.Regressed(rules)).ThenBy(hold => hold.Weeks).FirstOrDefault();
        var lasting = weakest switch
        {
            null => ProgressOutcome.NoProgress,
            _ when weakest.Regressed(rules) => ProgressOutcome.Temporary,
            _ => weakest.Weeks >= rules[DurableWeeks] ? ProgressOutcome.Durable : ProgressOutcome.TooEarly,
        };
        return new(window, lasting, weakest, [.. window.Fact.Events.Concat(holds.Count > 0 ? holds.SelectMany(hold => hold.Events) : During(window, start, end)).Distinct()]);
    }

    private static IEnumerable<Guid> During(InterventionWindow window, IsoWeek start, IsoWeek end) =>
        window.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Week >= start && week.Week <= end).SelectMany(week => week.Events);
}

/// <summary>
/// How long one practice held the progress it made during an intervention. Progress is <c>progressWeeks</c> weeks at the progress level from the week it began in
/// to the week it ended in; the peak is the best mean of <c>peakWeeks</c> consecutive weeks until then. A regression is the first of <c>regressionWeeks</c>
/// consecutive weeks after the end that lie the drop below that peak; fewer are a lapse.
/// </summary>
/// <param name="Weeks">Known weeks after the end until the regression, or until the last.</param>
/// <param name="Fall">Its first week, counted from the end; null where none followed.</param>
/// <param name="Regression">The Monday of that week.</param>
internal sealed record HeldProgress(PracticeFact Practice, double Peak, int Weeks, int? Fall, DateOnly? Regression, IReadOnlyList<Guid> Events)
{
    /// <summary>Whether a regression began within the weeks asked for.</summary>
    public bool Regressed(IRules rules) => Fall < rules[Durability.DurableWeeks];

    /// <summary>Null where it made no progress between the two weeks.</summary>
    public static HeldProgress? Of(PracticeWeeks practice, IsoWeek start, IsoWeek end, IRules rules)
    {
        var during = practice.Weeks.Where(week => week.Week >= start && week.Week <= end).ToList();
        if (!Runs(during, rules[CycleRules.ProgressWeeks]).Any(run => run.All(value => value >= rules[CycleRules.Progress])))
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
