namespace Journal.Tests.Analysis.Synthetic;

/// <summary>A true rise of a synthetic series; days count from 0. A durable one has neither erosion nor way back.</summary>
internal sealed record Episode(int Onset, int Peak, int Erosion, int Back, double Gain, double Kept, bool Durable);
