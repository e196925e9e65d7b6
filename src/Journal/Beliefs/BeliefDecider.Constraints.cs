using Journal.Recording;

namespace Journal.Beliefs;

public static partial class BeliefDecider
{
    public static Verdict Decide(ConfirmBelief command, Belief? belief, DateTimeOffset now) => Verdict.Unless(
        Held(belief), new BeliefConfirmed(command.Id, command.OccurredAt ?? now), now, repeated: belief is { Owned: true });

    public static Verdict Decide(NominateConstraint command, Belief? belief, DateTimeOffset now)
    {
        var template = command.Template is { } chosen ? ConstraintTemplates.Of(chosen) : null;
        var (when, limits) = (command.If ?? template?.If, command.Limits ?? template?.Limits);
        return Verdict.Unless(
            Held(belief),
            new ConstraintNominated(command.Id, when!, limits!, command.Template, command.Ceiling, command.Constrains ?? [], command.OccurredAt ?? now),
            now);
    }

    public static Verdict Decide(TestConstraint command, Belief? belief, DateTimeOffset now) => Verdict.Unless(
        Held(belief) ?? (belief?.Tests.Contains(command.TestId) is true ? Refusal.Conflict("test.exists", "This test is already recorded.") : null),
        new ConstraintTested(command.Id, command.TestId, command.Test, command.Finding, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(PredictFromBelief command, Belief? belief, DateTimeOffset now) => Verdict.Unless(
        Held(belief) ?? (belief?.Predictions.Contains(command.PredictionId) is true ? Refusal.Conflict("prediction.exists", "This prediction is already recorded.") : null),
        new BeliefPredicted(command.Id, command.PredictionId, command.Text, command.Probability, command.DueAt, command.OccurredAt ?? now),
        now);

    // What a belief predicted may come true after it was given up.
    public static Verdict Decide(ScorePrediction command, Belief? belief, DateTimeOffset now) => Verdict.Unless(
        belief is null ? Missing : belief.Without(command.PredictionId),
        new PredictionScored(command.Id, command.PredictionId, command.CameTrue, command.OccurredAt ?? now),
        now);

    private static Refusal? Held(Belief? belief) => belief switch
    {
        null => Missing,
        { Active: false } => Inactive,
        _ => null,
    };
}
