using Journal.Analysis.Chance;
using Journal.Reports.Cycles;

namespace Journal.Reports.Alignment;

/// <summary>
/// Whether belief or thinking falls before execution does: at each regression, how many weeks earlier the layer lies lower than it did in the progress before. The layer is turned
/// against the regressions by every other number of weeks to see how often chance lets it fall before as many of them.
/// </summary>
internal static class OrderSection
{
    private const double Unusual = 0.05;

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<AlignmentWeek> weeks)
    {
        var place = weeks.Select((week, i) => (week.Start, i)).ToDictionary(week => week.Start, week => week.i);
        (int Onset, int Fall)[] falls =
        [
            .. PracticeCycles.Of(view).SelectMany(practice => practice.Cycles)
                .Where(cycle => place.ContainsKey(cycle.Onset) && place.ContainsKey(cycle.Regression))
                .Select(cycle => (Onset: place[cycle.Onset], Fall: place[cycle.Regression]))
                .GroupBy(fall => fall.Fall).Select(same => same.MaxBy(fall => fall.Onset)).OrderBy(fall => fall.Fall),
        ];
        int[] around = [.. falls.SelectMany(fall => Enumerable.Range(fall.Onset, fall.Fall - fall.Onset + 1)).Distinct()];
        var events = ReportCache.Next<OrderEvidence>(view.Facts, view.Request.Aim ?? Guid.Empty, before => new(
            LayerEvidence.Of([.. around.SelectMany(i => new[] { weeks[i].Belief, weeks[i].Execution })], before?.Belief),
            LayerEvidence.Of([.. around.SelectMany(i => new[] { weeks[i].Thinking, weeks[i].Execution })], before?.Thinking)));
        Judge(view, builder, "belief", [.. weeks.Select(week => week.Belief)], falls, events.Belief.Events);
        Judge(view, builder, "thinking", [.. weeks.Select(week => week.Thinking)], falls, events.Thinking.Events);
    }

    private static void Judge(ReportView view, ReportBuilder builder, string layer, IReadOnlyList<LayerScore> scores, (int Onset, int Fall)[] falls, Evidence events)
    {
        double[] series = [.. scores.Select(score => score.Score ?? double.NaN)];
        var when = new double[falls.Length];
        var lead = falls.Length == 0 ? double.NaN : FallOrder.Lead(series, falls, 0, when);
        var n = when.Count(one => !double.IsNaN(one));
        var name = $"order.{layer}";
        if (n < FallOrder.FewestFalls)
        {
            var missing = $"at least {FallOrder.FewestFalls} regressions with {layer} recorded in the weeks around them; there are {n}";
            builder.Add($"{name}.lead", $"Weeks by which {layer} falls before execution", "weeks", Measure.Missing(missing, n, events));
            builder.Insufficient(name, $"whether {layer} falls before execution cannot be told: it takes {missing}", n, events);
            return;
        }

        // Two layers are asked: each may err half as often.
        var probability = FallOrder.Probability(series, falls, view.Cancel);
        builder.Add($"{name}.lead", $"Weeks by which {layer} falls before execution", "weeks", Measure.Of(lead, n, events));
        builder.Test(name, probability);
        var figures = $"over {Text.Count(n, "regression")}, {Text.Number(Math.Abs(lead), 1)} weeks {(lead >= 0 ? "before" : "after")} execution on average; turned against the regressions it falls before as many of them with a probability of {Text.Number(probability, 3)}";
        builder.Judge(name, lead > 0 && probability <= Unusual / 2, $"{char.ToUpperInvariant(layer[0])}{layer[1..]} falls first: {figures}.", $"That {layer} falls before execution is not shown: {figures}.", n, events);
    }
}

/// <summary>The events of the weeks around regressions, as they were put together last.</summary>
internal sealed record OrderEvidence(LayerEvidence Belief, LayerEvidence Thinking);

/// <summary>The events of some scores.</summary>
internal sealed record LayerEvidence(LayerScore[] Scores, Evidence Events)
{
    public static LayerEvidence Of(LayerScore[] scores, LayerEvidence? before) =>
        before?.Scores.AsSpan().SequenceEqual(scores) == true ? before : new(scores, Evidence.Of(scores.SelectMany(score => score.Events)));
}
