using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>A week that rises above the weeks before it.</summary>
/// <param name="Of">What rose, as in <c>output</c>.</param>
/// <param name="Week">The week.</param>
/// <param name="Usual">Median of the known weeks looked at before it.</param>
internal sealed record Spike(string Of, WeekValue Week, double Usual)
{
    public static readonly WholeRule AftermathWeeks = new("aftermathWeeks", 4, 2, 52, "Weeks looked at before and after a moment.");
    public static readonly Rule SurgeRise = new("surgeRise", 0.50, 0, 10, "By what share a week rises above the weeks before it to be a surge.");

    /// <summary>As in <c>output rose from 4 to 10 in the week of 2026-02-02</c>.</summary>
    public string Sentence => $"{Of} rose from {Text.Number(Usual)} to {Text.Number(Week.Value!.Value)} in the week of {Text.Day(Week.Week.Monday)}";

    /// <summary>Every spike of a series, oldest first.</summary>
    public static IEnumerable<Spike> In(string of, IReadOnlyList<WeekValue> weeks, IRules rules)
    {
        for (var i = 1; i < weeks.Count; i++)
        {
            List<double> before = [.. weeks.Take(i).TakeLast(rules[AftermathWeeks]).Select(week => week.Value).OfType<double>()];
            if (weeks[i].Value is { } value && before.Count >= rules[Comparison.ComparedWeeks] && Numbers.Middle(before) is > 0 and var usual && value >= usual * (1 + rules[SurgeRise]))
            {
                yield return new(of, weeks[i], usual);
            }
        }
    }

    /// <summary>Whether a series has the weeks for a spike to be seen in.</summary>
    public static bool CanBeSeen(IReadOnlyList<WeekValue> weeks, IRules rules) => weeks.Count(week => week.Value is not null) > rules[Comparison.ComparedWeeks];
}
