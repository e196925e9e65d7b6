namespace Journal.Analysis.Cycles;

/// <summary>Cycles and warnings of one dated series.</summary>
/// <param name="Cycles">In order of onset.</param>
/// <param name="Warnings">Positions of the days on which erosion could first be told, each from that day and those before it alone.</param>
/// <param name="Known">Samples that are not missing.</param>
/// <param name="Noise">Standard deviation of single days around the fitted level; NaN when nothing was fitted.</param>
/// <param name="Summary">What was found, or why nothing was, in one sentence.</param>
public sealed record CycleReport(IReadOnlyList<Cycle> Cycles, IReadOnlyList<int> Warnings, int Known, double Noise, string Summary);
