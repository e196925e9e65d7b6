using Journal.Reports;
using Journal.Sharing;

namespace Journal.Web.Sharing;

/// <summary>Which reports can be answered from what is shared: one that needs a layer that is not shared would mislead, and is not there.</summary>
internal static class SharedReports
{
    private static readonly Dictionary<string, Layer[]> Needed = new(StringComparer.Ordinal)
    {
        ["execution"] = [Layer.Execution],
        ["cycles"] = [Layer.Execution],
        ["phases"] = [Layer.Execution],
        ["effort"] = [Layer.Execution],
        ["growth"] = [Layer.Execution],
        ["breakpoint"] = [Layer.Execution],
        ["operator"] = [Layer.Execution],
        ["decisions"] = [Layer.Thinking],
        ["beliefs"] = [Layer.Belief],
    };

    public static IReadOnlyList<ReportKind> Of(SharedScope scope) => [.. AllReports.Kinds.Where(kind => (Needed.GetValueOrDefault(kind.Name) ?? Enum.GetValues<Layer>()).All(scope.Layers.Contains))];

    public static ReportKind? Find(SharedScope scope, string? name) => Of(scope).FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase));
}
