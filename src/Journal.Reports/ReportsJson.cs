using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Domain;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.Figures;
using Journal.Reports.Summary;

namespace Journal.Reports;

/// <summary>How reports are written as JSON: camelCase names and words, dates as RFC 3339, what is not known as null.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LayerWords), typeof(StateWords)])]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(AlignmentReport))]
[JsonSerializable(typeof(CyclesReport))]
[JsonSerializable(typeof(Standing))]
public sealed partial class ReportsJson : JsonSerializerContext
{
    private sealed class LayerWords() : JsonStringEnumConverter<Layer>(JsonNamingPolicy.CamelCase);

    private sealed class StateWords() : JsonStringEnumConverter<FindingState>(JsonNamingPolicy.CamelCase);
}
