namespace Journal.Analysis.ChangePoints;

/// <summary>Memory for one run of <see cref="PrunedPartition"/>, used again by the next.</summary>
internal sealed class PartitionWork(int starts)
{
    public double[] Best { get; } = new double[starts];
    public double[] Total { get; } = new double[starts];
    public int[] Last { get; } = new int[starts];
    public int[] Open { get; } = new int[starts];
    public int[] Doomed { get; } = new int[starts];
    public int[] Changes { get; } = new int[starts];
}
