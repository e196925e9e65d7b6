namespace Journal.Analysis.Episodes;

/// <summary>What each element of an explanation costs, in units of -2 log likelihood, and how long each may last, in days.</summary>
internal sealed record EpisodeCosts
{
    /// <summary>A price nothing can pay.</summary>
    public const double Never = 1e9;

    /// <summary>A rise with its way back.</summary>
    public double Cycle { get; init; } = 13;

    /// <summary>A move of the baseline to any other level.</summary>
    public double Shift { get; init; } = 18;

    /// <summary>A move of the baseline to the next level of the grid.</summary>
    public double Step { get; init; } = 6;

    /// <summary>A fall at the end of the series that has not come to rest.</summary>
    public double OpenFall { get; init; } = 12;

    /// <summary>The most a single day may cost.</summary>
    public double Cap { get; init; } = double.PositiveInfinity;

    /// <summary>Distance from a level that costs nothing, in the unit of the values.</summary>
    public double Blind { get; init; }

    /// <summary>Least stay on top.</summary>
    public int Plateau { get; init; } = 7;

    /// <summary>Least stay on the baseline after a fall.</summary>
    public int Rest { get; init; } = 10;

    /// <summary>Most of a gain that may be kept for the fall to be a way back.</summary>
    public double Kept { get; init; } = 0.35;
}
