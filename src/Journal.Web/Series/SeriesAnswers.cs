using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Analysis.ChangePoints;
using Journal.Analysis.Cycles;
using Journal.Recording;

namespace Journal.Web.Series;

/// <summary>Where a series begins to behave otherwise.</summary>
/// <param name="Changes">First positions of the new segments, counted from 0.</param>
/// <param name="Details">Each of them with its confidence and the reason.</param>
/// <param name="Known">Values that are not missing.</param>
public sealed record ChangesAnswer(IReadOnlyList<int> Changes, IReadOnlyList<ChangePoint> Details, int Known, string Summary)
{
    public static ChangesAnswer Of(DatedSeries series, CancellationToken cancel)
    {
        var report = series.Days is { } days ? ChangePointDetector.Detect(days, series.Values, cancel) : ChangePointDetector.Detect(series.Values, cancel);
        return new([.. report.Changes.Select(change => change.Index)], report.Changes, report.Known, report.Summary);
    }
}

/// <summary>Rises above the baseline in a series of days and what became of them, and the days on which erosion could first be told.</summary>
/// <param name="Warnings">Positions, counted from 0; each rests on that day and those before it alone.</param>
/// <param name="Known">Values that are not missing.</param>
public sealed record CyclesAnswer(IReadOnlyList<Cycle> Cycles, IReadOnlyList<int> Warnings, int Known, string Summary)
{
    /// <returns>The answer, or <c>series.span</c> where the days are too many.</returns>
    public static (CyclesAnswer? Answer, Refusal? Refusal) Of(DatedSeries series, CancellationToken cancel)
    {
        var span = series.Days is [var first, .., var last] ? last.DayNumber - first.DayNumber + 1 : series.Values.Length;
        if (span > CycleDetector.MostDays)
        {
            return (null, Refusal.Invalid("series.span", $"Cycles are looked for in at most {CycleDetector.MostDays} days, a hundred years."));
        }

        var report = series.Days is { } days ? CycleDetector.Detect(days, series.Values, cancel) : CycleDetector.Detect(series.Values, cancel);
        return (new(report.Cycles, report.Warnings, report.Known, report.Summary), null);
    }
}

/// <summary>The answers as JSON: camelCase, and what is not known as null.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(KindWords)])]
[JsonSerializable(typeof(ChangesAnswer))]
[JsonSerializable(typeof(CyclesAnswer))]
public sealed partial class SeriesJson : JsonSerializerContext
{
    private sealed class KindWords() : JsonStringEnumConverter<CycleKind>(JsonNamingPolicy.CamelCase);
}
