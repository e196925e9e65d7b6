using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Decisions;

/// <summary>What the person declared non-negotiable, and whether its weeks kept to it (C163).</summary>
internal static class FloorSection
{
    public static void Write(Scope scope, ReportBuilder builder) => builder.Add(new Table(
        "nonNegotiables",
        "Practices with a floor that holds without exception",
        ["practice", "floor", "keptWeeks", "brokenWeeks", "unknownWeeks"],
        [.. scope.Practices.Select(practice => Row(practice, scope)).OfType<Row>()]));

    private static Row? Row(PracticeWeeks practice, Scope scope)
    {
        if (practice.Practice.Floors.LastOrDefault(floor => floor.At <= scope.End) is not { NonNegotiable: true } floor)
        {
            return null;
        }

        var weeks = practice.Weeks.Where(week => week.Week.Sunday >= DateOnly.FromDateTime(floor.At.DateTime)).ToList();
        return new(
            [
                practice.Practice.Title,
                Text.Cell(floor.Floor),
                Text.Cell(weeks.Count(week => week.Adherence >= floor.Floor)),
                Text.Cell(weeks.Count(week => week.Adherence < floor.Floor)),
                Text.Cell(weeks.Count(week => week.Adherence is null)),
            ],
            practice.Practice.Id,
            [.. practice.Practice.Events.Concat(weeks.SelectMany(week => week.Events)).Distinct()]);
    }
}
