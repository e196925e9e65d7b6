namespace Journal.Analysis.Episodes;

/// <summary>What a stretch of the best explanation is.</summary>
internal enum EpisodeKind
{
    /// <summary>The level moved and is the new baseline.</summary>
    Shift,

    /// <summary>The level rose above the baseline and has not come back.</summary>
    Raised,

    /// <summary>The level rose and came back.</summary>
    Cycle,
}
