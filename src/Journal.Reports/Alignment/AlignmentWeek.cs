using System.Text.Json.Serialization;
using Journal.Analysis.Chance;
using Journal.Beliefs;
using Journal.Practices;
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

    internal static IReadOnlyList<AlignmentWeek> Of(ReportView view) => view.Part<IReadOnlyList<AlignmentWeek>>(seen => [.. All(seen)]);

    private static IEnumerable<AlignmentWeek> All(ReportView view)
    {
        var (facts, practices, request) = (view.Facts, view.Practices, view.Request);
        var covered = practices.Select(practice => practice.Practice.Id).ToHashSet();
        var byWeek = practices.SelectMany(practice => practice.Weeks).ToLookup(week => week.Week);
        var outcomes = facts.Of<OutcomeFact>().Where(outcome => covered.Contains(outcome.PracticeId)).ToLookup(outcome => IsoWeek.Of(outcome.Day));
        var beliefs = facts.Of<BeliefFact>().Where(belief => view.Serves(belief.AimId)).ToList();
        var evidence = facts.Of<EvidenceFact>().ToLookup(one => (one.BeliefId, IsoWeek.Of(one.Day)));
        var thinking = new ThinkingLayer(facts, request.Aim, request.Last, view);
        var days = practices.SelectMany(practice => practice.Weeks).Select(week => week.Week.Monday)
            .Concat(evidence.Where(week => beliefs.Exists(belief => belief.Id == week.Key.BeliefId)).SelectMany(week => week).Select(one => one.Day))
            .Concat(thinking.Weeks.Select(week => week.Monday))
            .Where(day => day <= request.Last)
            .ToList();
        if (days.Count == 0)
        {
            return [];
        }

        var first = IsoWeek.Of(request.From is { } from && from > days.Min() ? from : days.Min());
        return IsoWeek.Range(first, IsoWeek.Of(request.Last)).Select(week => Of(
            week,
            BeliefLayer.Of(week, beliefs, evidence),
            thinking.Of(week),
            ExecutionLayer.Of([.. byWeek[week]], [.. outcomes[week].Where(outcome => outcome.Day <= request.Last)], view),
            view));
    }

    private static AlignmentWeek Of(IsoWeek week, LayerScore belief, LayerScore thinking, LayerScore execution, ReportView rules)
    {
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

/// <param name="Source">Where the practice was imported from, such as <c>loop:15</c>.</param>
public sealed record PracticeHistory(Guid PracticeId, string Title, string? Source, int N, IReadOnlyList<PracticeWeekFigure> Weeks)
{
    internal static PracticeHistory Of(PracticeWeeks practice) => new(
        practice.Practice.Id,
        practice.Practice.Title,
        practice.Practice.Source,
        practice.Weeks.Count(week => week.Adherence is not null),
        [.. practice.Weeks.Select(PracticeWeekFigure.Of)]);
}

/// <param name="Adherence">0 to 1; null when fewer than <paramref name="Needed"/> days are observed.</param>
/// <param name="Due">Occasions that the observed days called for.</param>
/// <param name="Silent">Days without a record, up to the last record of anything.</param>
/// <param name="Bounds">The adherence if all of those were left out, missed, or done.</param>
public sealed record PracticeWeekFigure(
    string Week,
    DateOnly Start,
    double? Adherence,
    double Due,
    int Done,
    int Partial,
    int Missed,
    int Skipped,
    int Unknown,
    int Observed,
    int Needed,
    int Silent,
    SilenceBounds Bounds,
    [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Events)
{
    internal static PracticeWeekFigure Of(PracticeWeek week) => new(
        week.Week.ToString(),
        week.Week.Monday,
        week.Adherence is { } adherence ? Math.Round(adherence, 4) : null,
        Math.Round(week.Due, 4),
        week.Done,
        week.Partial,
        week.Missed,
        week.Skipped,
        week.Unknown,
        week.Observed,
        week.Needed,
        week.Silent,
        new(Rounded(week.Bounds.LeftOut), Rounded(week.Bounds.AllMissed), Rounded(week.Bounds.AllDone)),
        week.Events);

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
