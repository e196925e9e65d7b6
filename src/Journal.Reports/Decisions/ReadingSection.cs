using Journal.Interpretations;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>How what happens is read: interpretations by kind, and how many of them speak for acting (C120).</summary>
internal static class ReadingSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var readings = scope.Within<InterpretationFact>().Where(one => scope.Serves(one.AimId)).ToList();
        builder.Add(
            "readings.supporting",
            "Interpretations that speak for acting on the aim",
            "share",
            Measure.Share([.. readings.Where(one => one.Supports is not null)], one => one.Supports == true, "interpretations that say whether they support the aim", scope.Rules));
        builder.Add(new Table(
            "readings.kinds",
            "Interpretations by kind",
            ["kind", "interpretations", "supporting", "against", "notSaid"],
            [.. readings.GroupBy(one => one.Reading).OrderBy(group => group.Key).Select(group => new Row(
                [
                    Text.Word(group.Key),
                    Text.Cell(group.Count()),
                    Text.Cell(group.Count(one => one.Supports == true)),
                    Text.Cell(group.Count(one => one.Supports == false)),
                    Text.Cell(group.Count(one => one.Supports is null)),
                ],
                null,
                [.. group.SelectMany(one => one.Events)]))]));
    }
}
