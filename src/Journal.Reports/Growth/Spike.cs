using Journal.Reports.Rules;
using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>A week that rises above the weeks before it.</summary>
/// <param name="Of">What rose, as in <c>output</c>.</param>
/// <param name="Week">The week.</param>
/// <param name="Usual">Median of the known weeks looked at before it.</param>
internal sealed record Spike(string Of, WeekValue Week, double Usual)
{
    /// <summary>As in <c>output rose from 4 to 10 in the week of 2026-02-02</c>.</summary>
    public string Sentence => $"{Of} rose from {Text.Number(Usual)} to {Text.Number(Week.Value!.Value)} in the week of {Text.Day(Week.Week.Monday)}";

    /// <summary>Every spike of a series, oldest first.</summary>
    public static IEnumerable<Spike> In(string of, IReadOnlyList<WeekValue> weeks, RuleSet rules)
    {
        for (var i = 1; i < weeks.Count; i++)
        {
            List<double> before = [.. weeks.Take(i).TakeLast(rules.AftermathWeeks).Select(week => week.Value).OfType<double>()];
            if (weeks[i].Value is { } value && before.Count >= rules.ComparedWeeks && Numbers.Middle(before) is > 0 and var usual && value >= usual * (1 + rules.SurgeRise))
            {
                yield return new(of, weeks[i], usual);
            }
        }
    }

    /// <summary>Whether a series has the weeks for a spike to be seen in.</summary>
    public static bool CanBeSeen(IReadOnlyList<WeekValue> weeks, RuleSet rules) => weeks.Count(week => week.Value is not null) > rules.ComparedWeeks;
}
