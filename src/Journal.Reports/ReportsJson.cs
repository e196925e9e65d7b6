using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.TimeTravel;

namespace Journal.Reports;

/// <summary>How reports are written as JSON: camelCase names and words, dates as RFC 3339, what is not known as null.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LayerWords), typeof(StateWords), typeof(ChangeWords)])]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(AlignmentReport))]
[JsonSerializable(typeof(CyclesReport))]
[JsonSerializable(typeof(RuleList))]
[JsonSerializable(typeof(Standing))]
[JsonSerializable(typeof(ReportComparison))]
[JsonSerializable(typeof(PeopleComparison))]
[JsonSerializable(typeof(Sensitivity))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(ReplayedStep))]
[JsonSerializable(typeof(ReplayEnd))]
public sealed partial class ReportsJson : JsonSerializerContext
{
    private sealed class LayerWords() : JsonStringEnumConverter<Layer>(JsonNamingPolicy.CamelCase);

    private sealed class ChangeWords() : JsonStringEnumConverter<Change>(JsonNamingPolicy.CamelCase);

    private sealed class StateWords() : JsonStringEnumConverter<FindingState>(JsonNamingPolicy.CamelCase);
}
