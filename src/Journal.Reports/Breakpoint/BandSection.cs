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
        var name = $"{response.Name}.degrades";
        var events = least.Events.Concat(most.Events);
        if (least.Value is not { } before || most.Value is not { } after)
        {
            builder.Insufficient(name, $"at least {scope.Rules.Fewest} weeks of low and of high load in which {response.Name} is known", least.N + most.N, events);
            return;
        }

        var figures = $"{Phrase.Number(before)} {response.Unit} at a load of at most {low[^1].Load}, {Phrase.Number(after)} at {high[0].Load} or more";
        if (after > before * (1 + scope.Rules.Difference))
        {
            builder.Found(name, $"{response.Label} is higher in weeks of high load: {figures}.", least.N + most.N, events);
        }
        else
        {
            builder.NotFound(name, $"{response.Label} is no higher in weeks of high load: {figures}.", least.N + most.N, events);
        }
    }

    private static Measure Mean(Response response, List<LoadWeek> weeks, bool apart, Scope scope)
    {
        var events = weeks.SelectMany(week => week.Events);
        return apart && weeks.Count >= scope.Rules.Fewest
            ? Measure.Of(weeks.Average(response.Of), weeks.Count, events)
            : Measure.Missing($"at least {scope.Rules.Fewest} weeks of low and of high load in which it is known", weeks.Count, events);
    }
}
