using Journal.Analysis.Calibration;
using Journal.Beliefs;
using Journal.Decisions;

namespace Journal.Reports.Metrics;

/// <summary>How good stated confidences are (M19).</summary>
public static class CalibrationMetrics
{
    public static readonly Rule CalibrationMargin = new("calibrationMargin", 0.02, 0, 1, "By how much a Brier score may lie higher and still count as no worse.");

    /// <summary>M19: Brier score, the mean squared distance of stated probabilities from what came.</summary>
    /// <returns>0 (always right) to 1, 0.25 for saying one half always; n counts forecasts with a known outcome.</returns>
    public static Measure Brier(IReadOnlyList<Forecast> forecasts, IRules rules) => Measure.OfAtLeast(
        rules[Measure.Fewest], "stated confidences whose outcome is known", forecasts.Count, Events(forecasts), () => BrierScore.Of(Stated(forecasts), Came(forecasts)));

    /// <summary>Forecasts in bins of equal width, empty ones left out.</summary>
    /// <param name="bins">How many there are from 0 to 1.</param>
    public static IReadOnlyList<CalibrationBin> Bins(IReadOnlyList<Forecast> forecasts, int bins = 5)
    {
        var sorted = new CalibrationBin[bins];
        BrierScore.Calibrate(Stated(forecasts), Came(forecasts), sorted);
        return [.. sorted.Where(bin => bin.Count > 0)];
    }

    /// <summary>Every stated confidence whose outcome is known: of decisions, and of predictions of beliefs the person owns.</summary>
    public static IReadOnlyList<Forecast> Forecasts(IReadOnlyList<DecisionFact> decisions, IReadOnlyList<BeliefFact> beliefs) =>
    [
        .. decisions.Select(Of).OfType<Forecast>()
            .Concat(beliefs.Where(belief => belief.Counts).SelectMany(belief => belief.Predictions.Select(prediction => Of(belief, prediction)).OfType<Forecast>()))
            .OrderBy(forecast => forecast.At),
    ];

    // A choice that was reopened and made again is scored by what was last said before its outcome was looked at.
    private static Forecast? Of(DecisionFact decision) =>
        decision.CameTrue is { } came
        && decision.Turns.LastOrDefault(turn => turn.Kind == TurnKind.Made && (decision.OutcomeReviewedAt is not { } seen || turn.At <= seen)) is { Confidence: { } stated, At: var at }
            ? new(stated, came, at, decision.Events)
            : null;

    private static Forecast? Of(BeliefFact belief, Prediction prediction) =>
        prediction is { Probability: { } stated, CameTrue: { } came } ? new(stated, came, prediction.At, belief.Events) : null;

    private static double[] Stated(IReadOnlyList<Forecast> forecasts) => [.. forecasts.Select(forecast => forecast.Stated)];

    private static bool[] Came(IReadOnlyList<Forecast> forecasts) => [.. forecasts.Select(forecast => forecast.CameTrue)];

    private static IEnumerable<Guid> Events(IReadOnlyList<Forecast> forecasts) => forecasts.SelectMany(forecast => forecast.Events);
}

/// <param name="Stated">Probability given, 0 to 1.</param>
/// <param name="At">When it was given.</param>
public sealed record Forecast(double Stated, bool CameTrue, DateTimeOffset At, IReadOnlyList<Guid> Events);
