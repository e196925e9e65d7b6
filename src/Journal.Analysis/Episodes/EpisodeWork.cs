namespace Journal.Analysis.Episodes;

/// <summary>Memory for one <see cref="EpisodeSearch"/> at a time, used again by the next, and whether the searches go on. Grows with the longest series searched.</summary>
internal sealed class EpisodeWork(CancellationToken cancel = default)
{
    /// <summary>Levels of the grid.</summary>
    public const int Levels = 24;

    /// <summary>Days whose costs are kept, more than any arc reaches back.</summary>
    public const int Window = 64;

    private const int Pairs = Levels * Levels;

    /// <summary>Days taken in so far, by all searches.</summary>
    public long Days { get; private set; }

    public double[] Baseline { get; } = new double[Window * Levels];
    public double[] Top { get; } = new double[Window * Pairs];
    public double[] Falling { get; } = new double[Window * Pairs];
    public byte[] FallingFrom { get; } = new byte[Window * Pairs];
    public double[] LevelSums { get; private set; } = [];
    public int[] BaselineFrom { get; private set; } = [];
    public byte[] TopFrom { get; private set; } = [];

    /// <summary>Goes on to the next day of a search, unless it was cancelled.</summary>
    public void NextDay()
    {
        GoOn();
        Days++;
    }

    /// <summary>Goes on, unless it was cancelled.</summary>
    public void GoOn() => cancel.ThrowIfCancellationRequested();

    /// <summary>Makes room for a series of so many days. What an earlier search left is not read: every cell that counts is written first.</summary>
    public void Reserve(int days)
    {
        if (LevelSums.Length < (days + 1) * Levels)
        {
            LevelSums = new double[(days + 1) * Levels];
            BaselineFrom = new int[(days + 1) * Levels];
            TopFrom = new byte[(days + 1) * Pairs];
        }
        LevelSums.AsSpan(0, Levels).Clear();
    }
}
