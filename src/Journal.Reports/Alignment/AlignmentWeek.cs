using Journal.Analysis.Chance;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <param name="Alignment">Harmonic mean of the known layers, each drawn towards one half by as much as one observation weighs, so that no single one makes it 0; null unless at least two are known.</param>
/// <param name="Limiting">The lowest layer, where it lies below the next by more than the rules' margin and is probably the lowest, given how few observations each rests on.</param>
/// <param name="Lowest">How probable it is that the lowest layer is the lowest; null unless at least two are known.</param>
public sealed record AlignmentWeek(
    string Week, DateOnly Start, LayerScore Belief, LayerScore Thinking, LayerScore Execution, double? Alignment, Layer? Limiting, double? Lowest)
{
    public static readonly Rule LayerProbability = new("layerProbability", 0.9, 0, 1, "How probable, 0 to 1, the lowest layer must be the lowest before it is named.");
    public static readonly Rule Margin = new("margin", 0.10, 0, 1, "By how much, 0 to 1, the lowest layer lies below the next before it is named.");

    internal IEnumerable<LayerScore> Layers => [Belief, Thinking, Execution];

    /// <summary>The weeks of a view, oldest first, up to that of its last day.</summary>
    public static IReadOnlyList<AlignmentWeek> Of(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. AlignmentWeeks.Of(view).Known.Values.Select(known => known.Week)];
    }

    internal static AlignmentWeek Of(IsoWeek week, LayerRecords records, IRules rules)
    {
        var (belief, thinking, execution) = (BeliefLayer.Of(records.Beliefs, records.Evidence), ThinkingLayer.Of(records.Thinking, rules), ExecutionLayer.Of([.. records.Practices.Select(one => one.Week)], records.Outcomes, rules));
        var known = new[] { (Layer.Belief, belief), (Layer.Thinking, thinking), (Layer.Execution, execution) }
            .Where(layer => layer.Item2.Score is not null)
            .Select(layer => (Layer: layer.Item1, Score: layer.Item2.Score!.Value, Share: (Hits: layer.Item2.Score.Value * layer.Item2.N, N: (double)layer.Item2.N)))
            .OrderBy(layer => layer.Score)
            .ToList();
        double? lowest = known.Count < 2 ? null : LowestShare.Probability([.. known.Select(layer => layer.Share)], 0);
        return new(
            week.ToString(),
            week.Monday,
            belief,
            thinking,
            execution,
            known.Count < 2 ? null : Math.Round(HarmonicMean([.. known.Select(layer => LowestShare.Shrunk(layer.Share.Hits, layer.Share.N))]), 4),
            known.Count >= 2 && known[1].Score - known[0].Score > rules[Margin] && lowest >= rules[LayerProbability] ? known[0].Layer : null,
            lowest is { } probability ? Math.Round(probability, 4) : null);
    }

    private static double HarmonicMean(double[] values) => values.Length / values.Sum(value => 1 / value);
}
