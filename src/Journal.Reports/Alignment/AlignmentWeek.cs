using System.Text.Json.Serialization;
using Journal.Beliefs;
using Journal.Practices;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <param name="Alignment">Harmonic mean of the known layers; null unless at least two are known.</param>
/// <param name="Limiting">The lowest layer, where it lies below the next by more than the rules' margin.</param>
public sealed record AlignmentWeek(
    string Week, DateOnly Start, LayerScore Belief, LayerScore Thinking, LayerScore Execution, double? Alignment, Layer? Limiting)
{
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
        var known = new[] { (Layer.Belief, belief.Score), (Layer.Thinking, thinking.Score), (Layer.Execution, execution.Score) }
            .Where(layer => layer.Score is not null)
            .Select(layer => (Layer: layer.Item1, Score: layer.Score!.Value))
            .OrderBy(layer => layer.Score)
            .ToList();
        return new(
            week.ToString(),
            week.Monday,
            belief,
            thinking,
            execution,
            known.Count < 2 ? null : Math.Round(HarmonicMean([.. known.Select(layer => layer.Score)]), 4),
            known.Count >= 2 && known[1].Score - known[0].Score > rules[Margin] ? known[0].Layer : null);
    }

    private static double HarmonicMean(double[] values) => values.Contains(0) ? 0 : values.Length / values.Sum(value => 1 / value);
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
        week.Events);
}
