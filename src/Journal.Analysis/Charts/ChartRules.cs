namespace Journal.Analysis.Charts;

/// <summary>Patterns that a series in control hardly ever shows.</summary>
[Flags]
public enum ChartRules
{
    /// <summary>No pattern.</summary>
    None = 0,

    /// <summary>One point more than 3 standard deviations from the mean.</summary>
    BeyondThree = 1,

    /// <summary>Two of three points in a row more than 2 standard deviations off on the same side.</summary>
    TwoOfThree = 2,

    /// <summary>Four of five points in a row more than 1 standard deviation off on the same side.</summary>
    FourOfFive = 4,

    /// <summary>Eight points in a row on the same side.</summary>
    EightOnOneSide = 8,
}
