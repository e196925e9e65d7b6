using System.Text.Json;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.States;

namespace Journal.Tests.Reports.TimeTravel;

/// <summary>Every registered report, and two small ones that lean on nothing else.</summary>
internal static class Reports
{
    private static readonly Guid Person = new("0198a000-0000-7000-8000-00000000000a");

    /// <summary>How many outcomes there are, and of each practice.</summary>
    public static ReportKind Counting { get; } = new("counting", "How many outcomes are recorded.", (view, builder) =>
    {
        var outcomes = view.Within<OutcomeFact>().ToList();
        builder.Add("outcomes", "Outcomes", "count", outcomes.Count == 0 ? Measure.Missing("outcomes") : Measure.Of(outcomes.Count, outcomes.Count, outcomes.SelectMany(one => one.Events)));
        foreach (var practice in outcomes.GroupBy(one => one.PracticeId))
        {
            builder.Add("ofPractice", "Outcomes of a practice", "count", Measure.Of(practice.Count(), practice.Count(), practice.SelectMany(one => one.Events)), practice.Key);
        }
    });

    /// <summary>The mean energy, and whether it is low.</summary>
    public static ReportKind Feeling { get; } = new("feeling", "How energy stands.", (view, builder) =>
    {
        var states = view.Within<StateFact>().Where(state => state.Energy is not null).ToList();
        var mean = states.Count == 0 ? Measure.Missing("states") : Measure.Of(states.Average(state => state.Energy!.Value), states.Count, states.SelectMany(state => state.Events));
        builder.Add("energy", "Mean energy", "points", mean);
        if (mean.Value is not { } value)
            builder.Insufficient("lowEnergy", "states");
        else if (value < 10 * view[CycleRules.Progress])
            builder.Found("lowEnergy", $"Energy is {value:0.##} on average.", mean.N, mean.Events);
        else
            builder.NotFound("lowEnergy", $"Energy is {value:0.##} on average.", mean.N, mean.Events);
        builder.Add(new Table("states", "States", ["day", "energy"], [.. states.Select(state => new Row([$"{state.Day:O}", $"{state.Energy}"], state.Id, state.Events))]));
    });

    public static IReadOnlyList<ReportKind> All { get; } = [Counting, Feeling, .. AllReports.Kinds];

    public static TheoryData<string, int> Seeded(int seeds) => [.. All.SelectMany(kind => Enumerable.Range(1, seeds).Select(seed => new TheoryDataRow<string, int>(kind.Name, seed)))];

    public static ReportKind Named(string name) => All.Single(kind => kind.Name == name);

    public static Report Of(ReportKind kind, JournalFacts facts, ReportRequest? request = null) =>
        kind.Of(new ReportView(Person, request ?? new ReportRequest { To = RandomHistory.End }, facts));

    public static string Text(Report report) => JsonSerializer.Serialize(report, ReportsJson.Default.Report);
}
