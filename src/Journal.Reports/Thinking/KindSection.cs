using Journal.Interpretations;
using Journal.Reports.Causes;
using Journal.Reports.Metrics;

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
            builder.Add($"count.{Cell.Of(kind)}", $"interpretations: {Cell.Of(kind)}", "count", Measure.Of(of.Count, of.Count, of.SelectMany(one => one.Events)));
        }

        builder.Add(new Table(
            "months",
            "Interpretations by sort and month",
            ["month", .. Kinds.Select(kind => Cell.Of(kind))],
            [.. logged.GroupBy(one => Months.Of(one.Day)).Select(month => new Row([Months.Text(month.Key), .. Kinds.Select(kind => Cell.Of(month.Count(one => one.Reading == kind)))], null, [.. month.SelectMany(one => one.Events)]))]));
    }
}
