namespace Journal.Reports.Metrics;

/// <summary>The mean of something by week, before and after.</summary>
/// <param name="N">Known weeks on both sides.</param>
internal sealed record Comparison(double Before, double After, int N, IReadOnlyList<Guid> Events)
{
    public static readonly Rule Difference = new("difference", 0.1, 0, 1, "Difference, 0 to 1, up to which two shares are taken as equal, and two amounts as a share of the first; what changes, changes by as much.");
    public static readonly WholeRule ComparedWeeks = new("comparedWeeks", 2, 1, 52, "Weeks that must be known on each side of a comparison of weeks.");

    private const double Rounding = 1e-9;

    /// <summary>What was added.</summary>
    public double Change => After - Before;

    /// <summary>What was added as a share of what was there: infinite where there was nothing.</summary>
    public double Growth => Before switch
    {
        0 when After == 0 => 0,
        0 => double.PositiveInfinity,
        _ => (After / Before) - 1,
    };

    /// <summary>Whether it grew by at least a share.</summary>
    public bool Rose(double share) => Growth >= share - Rounding;

    /// <summary>Whether it grew by less than a share, or shrank.</summary>
    public bool Flat(double share) => Growth < share - Rounding;

    /// <summary>Null where a side has fewer known weeks than the rules ask for.</summary>
    public static Comparison? Of(IEnumerable<WeekValue> before, IEnumerable<WeekValue> after, IRules rules)
    {
        List<WeekValue> left = [.. before.Where(week => week.Value is not null)];
        List<WeekValue> right = [.. after.Where(week => week.Value is not null)];
        return left.Count < rules[ComparedWeeks] || right.Count < rules[ComparedWeeks]
            ? null
            : new(
                Numbers.Mean([.. left.Select(week => week.Value!.Value)]),
                Numbers.Mean([.. right.Select(week => week.Value!.Value)]),
                left.Count + right.Count,
                [.. left.Concat(right).SelectMany(week => week.Events).Distinct()]);
    }

    /// <summary>The weeks within one period against those within another.</summary>
    public static Comparison? Of(IReadOnlyList<WeekValue> weeks, Period before, Period after, IRules rules) =>
        Of(weeks.Where(before.Covers), weeks.Where(after.Covers), rules);

    /// <summary>The earlier half of the known weeks against the later one; an odd one in the middle is left out.</summary>
    public static Comparison? OfHalves(IReadOnlyList<WeekValue> weeks, IRules rules)
    {
        List<WeekValue> known = [.. weeks.Where(week => week.Value is not null)];
        return Of(known.Take(known.Count / 2), known.Skip((known.Count + 1) / 2), rules);
    }
}
