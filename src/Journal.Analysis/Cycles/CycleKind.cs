namespace Journal.Analysis.Cycles;

/// <summary>What became of a rise.</summary>
public enum CycleKind
{
    /// <summary>It eroded and came back near the baseline within 90 days.</summary>
    Temporary,

    /// <summary>It stayed for at least 90 days, whatever came later.</summary>
    Durable,
}
