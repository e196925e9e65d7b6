using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>Whether outcomes queue up at the operator (C145), and where they still need one.</summary>
internal static class Bottleneck
{
    private const int Listed = 5;

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var dependency = OperatorDependency.Of(work, work.Window, rules);
        var sources = OperatorDependency.Outcomes(work, work.Window)
            .GroupBy(one => one.Source)
            .Select(group => (Source: group.Key, Needed: group.Where(one => one.Needed).ToList(), All: group.Count()))
            .Where(source => source.Needed.Count > 0)
            .OrderByDescending(source => source.Needed.Count)
            .ThenBy(source => source.Source)
            .Take(Listed);
        builder.Add(new Table("stillRequired", "Where the operator is still required, most often first", ["source", "needed", "outcomes"], [.. sources.Select(source => new Row(
            [source.Source?.ToString(), Phrase.Number(source.Needed.Count), Phrase.Number(source.All)], source.Source, [.. source.Needed.SelectMany(one => one.Events).Distinct()]))]));
        if (dependency.Value is not { } share)
        {
            builder.Insufficient("bottleneck", $"at least {rules.Fewest} outcomes that say whether they needed the operator", dependency.N, dependency.Events);
        }
        else if (share >= rules.DependencyHigh)
        {
            builder.Found("bottleneck", $"{Phrase.Percent(share)} of {Phrase.Count(dependency.N, "outcome")} needed the operator.", dependency.N, dependency.Events);
        }
        else
        {
            builder.NotFound("bottleneck", $"{Phrase.Percent(share)} of {Phrase.Count(dependency.N, "outcome")} needed the operator.", dependency.N, dependency.Events);
        }
    }
}
