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
        var events = cause.Slope.Events.Concat(effect.Slope.Events);
        var n = Math.Min(cause.Slope.N, effect.Slope.N);
        if ((cause.Slope.Interval, effect.Slope.Interval) is not ({ } rise, { } answer))
        {
            builder.Insufficient(name, $"five weeks of both {load} and {effect.Name}", n, events);
            return;
        }

        var figures = $"{load} {Text(cause.Slope)} a week, {effect.Name} {Text(effect.Slope)} a week";
        if (rise.Low > 0 && costly(answer.Low) && costly(answer.High))
        {
            builder.Found(name, $"More {load} goes with {(effect.Name == "stability" ? "less" : "more")} {effect.Name}: {figures}.", n, events);
        }
        else
        {
            builder.NotFound(name, $"The records do not show that more {load} goes with {(effect.Name == "stability" ? "less" : "more")} {effect.Name}: {figures}.", n, events);
        }
    }

    private static string Text(Measure slope) => $"{Phrase.Number(slope.Value!.Value)} ({Phrase.Number(slope.Interval!.Low)} to {Phrase.Number(slope.Interval.High)})";
}
