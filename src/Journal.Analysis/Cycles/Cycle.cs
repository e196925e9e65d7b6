namespace Journal.Analysis.Cycles;

/// <summary>One rise above the baseline and what became of it. Positions count from 0 in the input.</summary>
/// <param name="Kind">Temporary or durable.</param>
/// <param name="Onset">The value leaves the baseline.</param>
/// <param name="Peak">It has reached the top.</param>
/// <param name="Erosion">It starts to fall; null where it has not.</param>
/// <param name="Back">It is near the baseline again; null where it is not.</param>
/// <param name="Baseline">Level before the onset, in the unit of the values.</param>
/// <param name="Top">Level from peak to erosion.</param>
/// <param name="Gain">Top less baseline.</param>
/// <param name="Kept">Share of the gain left after the way back; 1 where it never fell.</param>
/// <param name="Confidence">Probability that the rise is real by the evidence of its own days, 0 to 1.</param>
/// <param name="Reason">What was seen, in words.</param>
public sealed record Cycle(
    CycleKind Kind, int Onset, int Peak, int? Erosion, int? Back, double Baseline, double Top, double Gain, double Kept, double Confidence, string Reason);
