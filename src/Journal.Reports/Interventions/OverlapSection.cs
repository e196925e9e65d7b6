using Journal.Reports.Causes;

namespace Journal.Reports.Interventions;

/// <summary>Which interventions were under way together, and for how many days.</summary>
internal static class OverlapSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<Trial> trials) => builder.Add(new Table(
        "overlaps",
        "Interventions under way together",
        ["intervention", "other", "days"],
        [
            .. from i in Enumerable.Range(0, trials.Count)
               from other in trials.Skip(i + 1)
               let days = trials[i].OverlapDays(other, view.Last)
               where days > 0
               select new Row([trials[i].Fact.Title, other.Fact.Title, Text.Cell(days)], trials[i].Id, [.. trials[i].Fact.Events, .. other.Fact.Events]),
        ]));
}
