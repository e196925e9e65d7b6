using Journal.Analysis.Cycles;

namespace Journal.Tests.Analysis.Scoring;

/// <summary>The temporary cycles of a report, as the score reads them; what is still open ends with the series.</summary>
internal static class FoundCycles
{
    public static FoundCycle[] Of(CycleReport report, int days) =>
        [.. report.Cycles.Where(c => c.Kind == CycleKind.Temporary).Select(c => new FoundCycle(c.Onset, c.Erosion ?? days - 1, c.Back ?? days - 1))];
}
