namespace Journal.Analysis.ChangePoints;

/// <summary>What one segment costs, so that one search serves every kind of change.</summary>
internal interface ISegmentCost
{
    /// <summary>Cost of the samples from <paramref name="from"/> up to but without <paramref name="to"/>, in units of -2 log likelihood.</summary>
    double Of(int from, int to);

    /// <summary>The most by which two adjoining segments can cost more than the one they make up; 0 for a cost that only gains by splitting.</summary>
    double Surplus { get; }
}
