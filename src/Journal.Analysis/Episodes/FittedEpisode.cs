namespace Journal.Analysis.Episodes;

/// <summary>One change of level in the best explanation; days count from the start of the grid, levels are in the unit of the values.</summary>
/// <param name="Kind">What became of the level.</param>
/// <param name="Onset">First day off the old level.</param>
/// <param name="Peak">First day on the new level.</param>
/// <param name="Erosion">First day below the new level; the end of the grid when it never fell.</param>
/// <param name="Back">First day on the last level; the end of the grid when it never came back.</param>
/// <param name="Before">Level before the onset.</param>
/// <param name="Top">Level from peak to erosion.</param>
/// <param name="After">Level from the way back on.</param>
internal sealed record FittedEpisode(EpisodeKind Kind, int Onset, int Peak, int Erosion, int Back, double Before, double Top, double After);
