namespace Journal.Analysis.ChangePoints;

/// <summary>The change points of one series.</summary>
/// <param name="Changes">In order of position; empty when nothing was found.</param>
/// <param name="Known">Samples that are not missing.</param>
/// <param name="Summary">What was found, or why nothing was, in one sentence.</param>
public sealed record ChangePointReport(IReadOnlyList<ChangePoint> Changes, int Known, string Summary);
