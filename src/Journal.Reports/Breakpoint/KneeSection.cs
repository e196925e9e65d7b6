using Journal.Analysis.Slopes;

namespace Journal.Reports.Breakpoint;

/// <summary>The structural breakpoint (C141): the load from which on a response rises otherwise, where two lines fit clearly better than one.</summary>
internal static class KneeSection
{
    private const int LeastWeeks = 8;
    private const int LeastLoads = 5;

    public static void Write(Response response, IReadOnlyList<LoadWeek> weeks, ReportBuilder builder)
    {
        var known = weeks.Where(week => !double.IsNaN(response.Of(week))).ToList();
        var events = known.SelectMany(week => week.Events).Distinct().ToList();
        var loads = known.Select(week => week.Load).Distinct().Count();
        var fit = known.Count < LeastWeeks || loads < LeastLoads ? (SegmentedRegression?)null : SegmentedRegression.Fit([.. known.Select(week => (double)week.Load)], [.. known.Select(response.Of)]);
        var knee = fit switch
        {
            null => Measure.Missing($"at least {LeastWeeks} weeks in which {response.Name} is known, of {LeastLoads} different loads; there are {known.Count} of {loads}", known.Count, events),
            { Knee: { } at, Low: { } low, High: { } high } => Measure.Of(at, known.Count, events, new(low, high, 0.95)),
            _ => null,
        };
        if (knee is not null)
        {
            builder.Add($"{response.Name}.knee", $"{response.Label}: the load from which on it goes differently", "count", knee);
        }

        builder.Judge(
            $"{response.Name}.breakpoint",
            knee ?? Measure.Of(0, known.Count, events),
            knee is not null,
            Sentence(response, knee, fit),
            $"{response.Label}: one line over the load will do; no breakpoint in {Text.Count(known.Count, "week")}.");
    }


    private static string Sentence(Response response, Measure? knee, SegmentedRegression? fit) =>
        $"{response.Label}: a breakpoint at a load of {Text.Number(knee?.Value)} ({Text.Number(knee?.Interval?.Low)} to {Text.Number(knee?.Interval?.High)}); it changes by {Text.Number(fit?.SlopeBefore)} {response.Unit} "
        + $"for each further open thing below it, and by {Text.Number(fit?.SlopeAfter)} above.";
}
