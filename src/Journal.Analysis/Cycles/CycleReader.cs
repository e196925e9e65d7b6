using System.Globalization;
using Journal.Analysis.Episodes;

namespace Journal.Analysis.Cycles;

/// <summary>Reads cycles from fitted episodes: what is temporary, what is durable, and how sure each is.</summary>
internal static class CycleReader
{
    private const double LeastOverShifts = 20, PerEpisode = 3.5, LeastEvidence = 62, PerYear = 3;
    private const double LeastOfOne = 12, LeastEvidenceOfMore = 34;

    /// <summary>The cycles of a fit whose onset lies in the block; none when the series shows too little sign of having any.</summary>
    public static IEnumerable<Cycle> Read(EpisodeFit fit, DailyGrid grid, (int From, int To, int Start, int End) block)
    {
        var days = fit.Clean.Length;
        if (!HasEpisodes(fit)) yield break;
        var episodes = EpisodeDates.Refine(fit);
        for (var i = 0; i < episodes.Count; i++)
        {
            var episode = episodes[i];
            var onset = episode.Onset + block.Start;
            if (onset < block.From || onset >= block.To || episode.Top <= episode.Before) continue;
            var stayed = StayedUntil(episodes, i, days) - episode.Peak;
            if (stayed < CycleDetector.DurableDays && episode.Kind != EpisodeKind.Cycle) continue;
            var kind = stayed >= CycleDetector.DurableDays ? CycleKind.Durable : CycleKind.Temporary;
            yield return Tell(kind, episode, fit, grid, block.Start);
        }
    }

    /// <summary>Noise explained by many small episodes gains a little by each, so what is asked grows with their number and with time.</summary>
    private static bool HasEpisodes(EpisodeFit fit)
    {
        var more = PerYear * fit.Clean.Length / 365;
        var episodes = fit.Episodes.Count(e => e.Kind == EpisodeKind.Cycle);
        // Two shifts of the baseline explain an only episode nearly as well however plain it is: they cost little more than it does, and only its ramps speak for it. So a person's
        // first relapse is asked for little more than that, and a few episodes are weighed against slow moves of the baseline, each by what it adds.
        if (episodes == 1 && fit.EvidenceOverShifts >= LeastOfOne) return true;
        return fit.EvidenceOverShifts >= LeastOverShifts + PerEpisode * episodes + more
            || (episodes > 1 && fit.Evidence >= Math.Min(LeastEvidence + more, LeastOfOne + LeastEvidenceOfMore * (episodes - 1))) || fit.Evidence >= LeastEvidence + more;
    }

    /// <summary>The day the new level was left: by its own fall, or by the next shift downwards.</summary>
    private static int StayedUntil(List<FittedEpisode> episodes, int i, int days)
    {
        if (episodes[i].Kind != EpisodeKind.Shift) return episodes[i].Erosion;
        var down = episodes.FindIndex(i + 1, e => e.Kind == EpisodeKind.Shift && e.Top < e.Before);
        return down < 0 ? days : episodes[down].Onset;
    }

    private static Cycle Tell(CycleKind kind, FittedEpisode e, EpisodeFit fit, DailyGrid grid, int start)
    {
        var days = fit.Clean.Length;
        var gain = e.Top - e.Before;
        var fell = e.Kind == EpisodeKind.Cycle;
        var kept = fell ? (e.After - e.Before) / gain : 1;
        int? erosion = fell ? grid.Position(e.Erosion + start) : null;
        int? back = fell && e.Back < days ? grid.Position(e.Back + start) : null;
        var confidence = EpisodeEvidence.Probability(e, fit);
        return new(kind, grid.Position(e.Onset + start), grid.Position(e.Peak + start), erosion, back, e.Before, e.Top, gain, kept, confidence, Reason(e, fit, gain, kept, fell));
    }

    private static string Reason(FittedEpisode e, EpisodeFit fit, double gain, double kept, bool fell)
    {
        var rise = string.Create(CultureInfo.InvariantCulture,
            $"Rose from {e.Before:G3} to {e.Top:G3} within {e.Peak - e.Onset} days ({gain / fit.Noise.Sigma:0.0} times the daily noise)");
        return fell
            ? string.Create(CultureInfo.InvariantCulture, $"{rise}, stayed {e.Erosion - e.Peak} days, then fell within {e.Back - e.Erosion} days to {e.After:G3}, keeping {Math.Max(0, kept):P0} of the gain.")
            : $"{rise} and has stayed since.";
    }
}
