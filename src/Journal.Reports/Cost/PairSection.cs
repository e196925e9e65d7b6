using Journal.Reports.Metrics;

namespace Journal.Reports.Cost;

/// <summary>Cost at higher levels (C98): three pairs of load and effect, both slopes of each. Rising together is shown, not that one causes the other.</summary>
internal static class PairSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        Write(
            builder,
            "opportunity",
            ("Opportunities, change from week to week", "count a week", WeeklySlope.OfLoad(scope, load => load.Opportunities).Measure("numbers of opportunities")),
            ("inefficiency", "Waiting and rework, change from week to week", "hours a week", WeeklySlope.OfDrag(scope).Measure("waiting or rework")),
            costly: slope => slope > 0);
        Write(
            builder,
            "visibility",
            ("Visibility, change from week to week", "points a week", WeeklySlope.OfLoad(scope, load => load.Visibility).Measure("ratings of visibility")),
            ("pressure", "Pressure, change from week to week", "points a week", WeeklySlope.OfLoad(scope, load => load.Pressure).Measure("ratings of pressure")),
            costly: slope => slope > 0);
        Write(
            builder,
            "expectation",
            ("Expectation, change from week to week", "points a week", WeeklySlope.OfLoad(scope, load => load.Expectation).Measure("ratings of expectation")),
            ("stability", "Adherence, change from week to week", "share a week", WeeklySlope.OfAdherence(scope).Measure("known adherence")),
            costly: slope => slope < 0);
    }

    private static void Write(
        ReportBuilder builder, string load, (string Label, string Unit, Measure Slope) cause, (string Name, string Label, string Unit, Measure Slope) effect, Func<double, bool> costly)
    {
        builder.Add($"{load}.slope", cause.Label, cause.Unit, cause.Slope);
        builder.Add($"{effect.Name}.slope", effect.Label, effect.Unit, effect.Slope);
        var name = $"pair.{load}.{effect.Name}";
        var both = cause.Slope.Interval is null || effect.Slope.Interval is null
            ? Measure.Missing($"five weeks of both {load} and {effect.Name}", events: cause.Slope.Events.Concat(effect.Slope.Events))
            : Measure.Of(effect.Slope.Value!.Value, 0, cause.Slope.Events.Concat(effect.Slope.Events));
        var figures = $"{load} {Slope(cause.Slope)} a week, {effect.Name} {Slope(effect.Slope)} a week";
        var more = $"more {load} goes with {(effect.Name == "stability" ? "less" : "more")} {effect.Name}: {figures}.";
        builder.Judge(
            $"pair.{load}.{effect.Name}",
            both with { N = Math.Min(cause.Slope.N, effect.Slope.N) },
            cause.Slope.Interval?.Low > 0 && effect.Slope.Interval is { } answer && costly(answer.Low) && costly(answer.High),
            $"M{more[1..]}",
            $"The records do not show that {more}");
    }

    private static string Slope(Measure slope) => $"{Text.Number(slope.Value)} ({Text.Number(slope.Interval?.Low)} to {Text.Number(slope.Interval?.High)})";
}
