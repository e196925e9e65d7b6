using Journal.Analysis.Slopes;
using Journal.Reports.Metrics;

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
        if (known.Count < LeastWeeks || loads < LeastLoads)
        {
            var missing = $"at least {LeastWeeks} weeks in which {response.Name} is known, of {LeastLoads} different loads; there are {known.Count} of {loads}";
            builder.Add($"{response.Name}.knee", Label(response), "count", Measure.Missing(missing, known.Count, events));
            builder.Insufficient($"{response.Name}.breakpoint", missing, known.Count, events);
            return;
        }

        var fit = SegmentedRegression.Fit([.. known.Select(week => (double)week.Load)], [.. known.Select(response.Of)]);
        if (fit is { Knee: { } knee, Low: { } low, High: { } high })
        {
            builder.Add($"{response.Name}.knee", Label(response), "count", Measure.Of(knee, known.Count, events, new(low, high, 0.95)));
            builder.Found($"{response.Name}.breakpoint", Sentence(response, knee, low, high, fit), known.Count, events);
        }
        else
        {
            builder.NotFound($"{response.Name}.breakpoint", $"{response.Label}: one line over the load will do; no breakpoint in {Phrase.Count(known.Count, "week")}.", known.Count, events);
        }
    }

    private static string Label(Response response) => $"{response.Label}: the load from which on it goes differently";

    private static string Sentence(Response response, double knee, double low, double high, SegmentedRegression fit) =>
        $"{response.Label}: a breakpoint at a load of {Phrase.Number(knee)} ({Phrase.Number(low)} to {Phrase.Number(high)}); it changes by {Phrase.Number(fit.SlopeBefore)} {response.Unit} "
        + $"for each further open thing below it, and by {Phrase.Number(fit.SlopeAfter)} above.";
}
