namespace Journal.Analysis.Slopes;

/// <summary>A slope with its interval.</summary>
/// <param name="Slope">Median slope, unit of the values per unit of time; NaN with fewer than two known samples.</param>
/// <param name="Low">Lower end of the 95 % interval; NaN with fewer than five.</param>
/// <param name="High">Upper end.</param>
/// <param name="Intercept">Median of the values less slope times time.</param>
/// <param name="Known">Samples used.</param>
public readonly record struct SlopeEstimate(double Slope, double Low, double High, double Intercept, int Known);
