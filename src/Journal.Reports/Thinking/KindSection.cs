using Journal.Interpretations;
using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

/// <summary>Interpretations by sort and month.</summary>
internal static class KindSection
{
    private static readonly InterpretationKind[] Kinds = Enum.GetValues<InterpretationKind>();

    public static void Write(ReportView view, ReportBuilder builder)
    {
        var logged = view.Within<InterpretationFact>().Where(one => view.Serves(one.AimId)).ToList();
        foreach (var kind in Kinds)
        {
            var of = logged.Where(one => one.Reading == kind).ToList();
            builder.Add($"count.{Text.Cell(kind)}", $"interpretations: {Text.Cell(kind)}", "count", Measure.Count(of, one => one.Events));
        }

        builder.Add(new Table(
            "months",
            "Interpretations by sort and month",
            ["month", .. Kinds.Select(kind => Text.Word(kind))],
            [.. logged.GroupBy(one => Months.Of(one.Day)).Select(month => new Row([Months.Word(month.Key), .. Kinds.Select(kind => Text.Cell(month.Count(one => one.Reading == kind)))], null, [.. month.SelectMany(one => one.Events)]))]));
    }
}
