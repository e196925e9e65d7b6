using Journal.Domain.Rules;
using Journal.Reports.Weeks;

namespace Journal.Reports.Interventions;

/// <summary>What became of progress once an intervention had ended.</summary>
internal enum Lasting
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
/// Progress is <c>progressWeeks</c> weeks at the progress level from the start of the intervention to its end; the peak is the best mean of <c>peakWeeks</c>
/// consecutive weeks until then. A regression is the first of <c>regressionWeeks</c> consecutive weeks after the end that lie the drop below the peak.
/// Within <c>durableWeeks</c> weeks it makes the progress temporary.
/// </summary>
/// <param name="Held">Known weeks after the end until the regression, or until the last.</param>
internal sealed record Durability(Trial Trial, Lasting Lasting, int Held, double? Peak, DateOnly? Regression, IReadOnlyList<Guid> Events)
{
    public bool Judged => Lasting is Lasting.Temporary or Lasting.Durable;

    public static Durability Of(Trial trial, RuleSet rules)
    {
        if (trial.End is not { } ended)
        {
            return new(trial, Lasting.UnderWay, 0, null, null, trial.Fact.Events);
        }

        var (start, end) = (IsoWeek.Of(trial.Start), IsoWeek.Of(ended));
        var during = trial.Weeks.Where(week => week.Week >= start && week.Week <= end).ToList();
        var after = trial.Weeks.Where(week => week.Week > end).ToList();
        var events = trial.Fact.Events.Concat(during.Concat(after.Take(rules.DurableWeeks + rules.RegressionWeeks)).SelectMany(week => week.Events)).Distinct().ToList();
        if (!Runs(during, rules.ProgressWeeks).Any(run => run.All(value => value >= rules.Progress)))
        {
            return new(trial, Lasting.NoProgress, 0, null, null, events);
        }

        var peak = Runs(during, Math.Min(rules.PeakWeeks, during.Count)).Select(run => run.Average()).DefaultIfEmpty(0).Max();
        var fall = Fall(after, peak - rules.Drop + 1e-9, rules.RegressionWeeks);
        var held = after.Take(fall ?? after.Count).Count(week => week.Adherence is not null);
        var lasting = fall < rules.DurableWeeks ? Lasting.Temporary : held >= rules.DurableWeeks ? Lasting.Durable : Lasting.TooEarly;
        return new(trial, lasting, held, peak, fall is { } at ? after[at].Week.Monday : null, events);
    }

    // Only weeks that are known throughout are consecutive.
    private static IEnumerable<IReadOnlyList<double>> Runs(List<WeekOfTrial> weeks, int length) =>
        Enumerable.Range(0, Math.Max(0, weeks.Count - length + 1))
            .Select(from => weeks.Skip(from).Take(length).Select(week => week.Adherence).OfType<double>().ToList())
            .Where(run => run.Count == length && length > 0);

    private static int? Fall(List<WeekOfTrial> after, double limit, int length)
    {
        var at = Enumerable.Range(0, Math.Max(0, after.Count - length + 1)).FirstOrDefault(from => after.Skip(from).Take(length).All(week => week.Adherence <= limit), -1);
        return at < 0 ? null : at;
    }
}
