namespace Journal.Analysis.ChangePoints;

/// <summary>What the segmentations of a consensus are made with. One default serves every series; others exist to be measured against it.</summary>
internal sealed record ConsensusFamily
{
    public static ConsensusFamily Default { get; } = new();

    /// <summary>
    /// Residual variance as a share of the whole: from one that leaves little as noise to one above all of it. Daily ratings need the upper half: the best split of such a series
    /// leaves 77 to 99 % of its variance.
    /// </summary>
    public double[] Variances { get; init; } = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1.2];

    /// <summary>Cost of one change, times ln n.</summary>
    public double PenaltyPerLog { get; init; } = 2.5;

    /// <summary>Further cost of a segment with a slope, times ln n.</summary>
    public double SlopePerLog { get; init; } = 1;

    /// <summary>Least samples in a segment.</summary>
    public int Least { get; init; } = 2;

    /// <summary>The most changes in a short series; a long one may have one in forty samples.</summary>
    public int Most { get; init; } = 12;

    /// <summary>Whether a member counts by how near the noise it assumed is to what its own fit leaves.</summary>
    public bool Weighted { get; init; } = true;
}
