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
/// What became of the progress of every practice that an intervention covers, judged one by one: a lapse in one practice and another in a second do not make a
/// regression. It is temporary where one of them regressed within the weeks asked for, and durable where all that made progress held.
/// </summary>
/// <param name="Weakest">The practice that decides it; null where none made progress while it lasted.</param>
internal sealed record Durability(Trial Trial, Lasting Lasting, Hold? Weakest, IReadOnlyList<Guid> Events)
{
    public static readonly WholeRule DurableWeeks = new("durableWeeks", 8, 1, 104, "Weeks after the end of an intervention within which a regression makes its progress temporary.");

    public bool Judged => Lasting is Lasting.Temporary or Lasting.Durable;

    /// <summary>Known weeks after the end until the regression, or until the last.</summary>
    public int Held => Weakest?.Weeks ?? 0;

    public static Durability Of(Trial trial, IRules rules)
    {
        if (trial.End is not { } ended)
        {
            return new(trial, Lasting.UnderWay, null, trial.Fact.Events);
        }

        var (start, end) = (IsoWeek.Of(trial.Start), IsoWeek.Of(ended));
        var holds = trial.Practices.Select(practice => Hold.Of(practice, start, end, rules)).OfType<Hold>().ToList();
        var weakest = holds.OrderByDescending(hold => hold.Regressed(rules)).ThenBy(hold => hold.Weeks).FirstOrDefault();
        var lasting = weakest switch
        {
            null => Lasting.NoProgress,
            _ when weakest.Regressed(rules) => Lasting.Temporary,
            _ => weakest.Weeks >= rules[DurableWeeks] ? Lasting.Durable : Lasting.TooEarly,
        };
        return new(trial, lasting, weakest, [.. trial.Fact.Events.Concat(holds.Count > 0 ? holds.SelectMany(hold => hold.Events) : During(trial, start, end)).Distinct()]);
    }

    private static IEnumerable<Guid> During(Trial trial, IsoWeek start, IsoWeek end) =>
        trial.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Week >= start && week.Week <= end).SelectMany(week => week.Events);
}
