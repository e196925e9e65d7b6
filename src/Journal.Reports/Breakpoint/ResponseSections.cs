using Journal.Analysis.Slopes;
using Journal.Reports.Metrics;

namespace Journal.Reports.Breakpoint;

/// <summary>The weeks with the least load against those with the most (C104), a third each; weeks of the same load stay together.</summary>
internal static class BandSection
{
    public static void Write(Response response, IReadOnlyList<LoadWeek> weeks, Scope scope, ReportBuilder builder)
    {
        var known = weeks.Where(week => !double.IsNaN(response.Of(week))).OrderBy(week => week.Load).ThenBy(week => week.Week).ToList();
        var third = known.Count / 3;
        List<LoadWeek> low = third == 0 ? [] : [.. known.Where(week => week.Load <= known[third - 1].Load)];
        List<LoadWeek> high = third == 0 ? [] : [.. known.Where(week => week.Load >= known[^third].Load)];
        var apart = third > 0 && low[^1].Load < high[0].Load;
        var (least, most) = (Mean(response, low, apart, scope), Mean(response, high, apart, scope));
        builder.Add($"{response.Name}.lowLoad", $"{response.Label}, in the third of the weeks with the least load", response.Unit, least);
        builder.Add($"{response.Name}.highLoad", $"{response.Label}, in the third of the weeks with the most load", response.Unit, most);
        Judge(response, least, most, low, high, scope, builder);
    }

    private static void Judge(Response response, Measure least, Measure most, List<LoadWeek> low, List<LoadWeek> high, Scope scope, ReportBuilder builder)
    {
        var both = Measure.All($"at least {scope.Rules[Measure.Fewest]} weeks of low and of high load in which {response.Words} is known", least, most);
        var figures = both.Value is null ? "" : $"{Text.Number(least.Value)} {response.Unit} at a load of at most {low[^1].Load}, {Text.Number(most.Value)} at {high[0].Load} or more";
        builder.Judge(
            $"{response.Name}.degrades",
            both,
            most.Value > least.Value * (1 + scope.Rules[Comparison.Difference]),
            $"{response.Label} is higher in weeks of high load: {figures}.",
            $"{response.Label} is no higher in weeks of high load: {figures}.");
    }

    private static Measure Mean(Response response, List<LoadWeek> weeks, bool apart, Scope scope)
    {
        var (least, events) = (scope.Rules[Measure.Fewest], weeks.SelectMany(week => week.Events));
        return apart && weeks.Count >= least
            ? Measure.Of(weeks.Average(response.Of), weeks.Count, events)
            : Measure.Missing($"at least {least} weeks of low and of high load in which it is known", weeks.Count, events);
    }
}

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
            null => Measure.Missing($"at least {LeastWeeks} weeks in which {response.Words} is known, of {LeastLoads} different loads; there are {known.Count} of {loads}", known.Count, events),
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
