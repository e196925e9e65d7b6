namespace Journal.Analysis.Episodes;

internal sealed partial class EpisodeSearch
{
    /// <summary>Where an explanation stands on its way back from the last day: on baseline Low, or on top High above it.</summary>
    private record struct Place(int Day, int Low, int High, int Erosion, int Back, int After);

    private List<FittedEpisode> Trace()
    {
        var found = new List<FittedEpisode>();
        var place = LastPlace();
        while (place.Day > 0)
            place = place.High >= 0 ? LeaveTop(place, found) : LeaveBaseline(place, found);
        found.Reverse();
        return found;
    }

    private Place LastPlace()
    {
        Cost = double.PositiveInfinity;
        var place = default(Place);
        for (var l = 0; l < levels; l++)
            if (baseline[days % Window * levels + l] is var cost && cost < Cost) (Cost, place) = (cost, new(days, l, -1, days, days, -1));
        for (var p = 0; p < pairs; p++)
            if (top[days % Window * pairs + p] is var cost && cost < Cost) (Cost, place) = (cost, new(days, p / levels, p % levels, days, days, -1));
        if (costs.Cycle >= EpisodeCosts.Never) return place;
        foreach (var length in Falls) LastFall(length, ref place);
        return place;
    }

    /// <summary>A fall under way on the last day, or one with too little rest after it.</summary>
    private void LastFall(int length, ref Place place)
    {
        for (var s = Math.Max(1, days - length - costs.Rest + 1); s < days; s++)
        {
            var back = Math.Min(days, s + length);
            var sums = new RampSums(values, weights, s, back);
            for (var to = 0; to < levels; to++)
                for (var high = to + 1; high < levels; high++)
                {
                    var from = s % Window * pairs + to * levels + high;
                    var cost = falling[from] + costs.OpenFall + sums.Error(grid[high], (grid[to] - grid[high]) / length) + Hold(to, back, days);
                    if (cost < Cost) (Cost, place) = (cost, new(s, fallingFrom[from], high, s, back, to));
                }
        }
    }

    private Place LeaveTop(Place at, List<FittedEpisode> found)
    {
        var arc = topFrom[at.Day * pairs + at.Low * levels + at.High];
        if (arc == Same) return at with { Day = at.Day - 1 };
        var peak = at.Day - costs.Plateau;
        var onset = peak - Rises[arc - 1];
        var (kind, after) = at.After >= 0 ? (EpisodeKind.Cycle, at.After) : (EpisodeKind.Raised, at.High);
        found.Add(new(kind, onset, peak, at.Erosion, at.Back, grid[at.Low], grid[at.High], grid[after]));
        return new(onset, at.Low, -1, days, days, -1);
    }

    private Place LeaveBaseline(Place at, List<FittedEpisode> found)
    {
        var step = baselineFrom[at.Day * levels + at.Low];
        if (step <= FromAbove) return at with { Day = at.Day - 1, Low = at.Low + (step == FromBelow ? -1 : step == FromAbove ? 1 : 0) };
        var (arc, level, old) = (step >> 16, step >> 8 & 255, step & 255);
        var end = at.Day - costs.Rest;
        if (arc < FirstShift)
        {
            var erosion = end - Falls[arc - FirstFall];
            return new(erosion, old, level, erosion, end, at.Low);
        }
        var start = end - Shifts[arc - FirstShift];
        found.Add(new(EpisodeKind.Shift, start, end, days, days, grid[level], grid[at.Low], grid[at.Low]));
        return new(start, level, -1, days, days, -1);
    }
}
