namespace Journal.Analysis.Calibration;

/// <summary>Forecasts of about the same probability and what came of them.</summary>
/// <param name="From">Least probability of the bin.</param>
/// <param name="To">Where the next bin begins; the last holds 1 as well.</param>
/// <param name="Count">Forecasts in it.</param>
/// <param name="Stated">Their mean probability; NaN when there are none.</param>
/// <param name="Observed">Share that came true; NaN when there are none.</param>
public readonly record struct CalibrationBin(double From, double To, int Count, double Stated, double Observed);
