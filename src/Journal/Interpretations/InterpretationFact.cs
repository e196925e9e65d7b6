using Journal.Facts;

namespace Journal.Interpretations;

[Subject("interpretation", "interpretations", "How something is read: an opportunity, a risk, an inner dialogue, a framing.", typeof(InterpretationLogged))]
public sealed record InterpretationFact : Fact, IFact<InterpretationFact>
{
    public required InterpretationKind Reading { get; init; }

    [Personal]
    public required string Text { get; init; }

    /// <summary>Whether it supports acting on the aim; null when that was not said.</summary>
    public bool? Supports { get; init; }

    public IReadOnlyList<Guid> BeliefIds { get; init; } = [];

    public Guid? CommitmentId { get; init; }

    public Guid? DecisionId { get; init; }

    public Guid? AimId { get; init; }

    public override string? Heading => Text;

    public static InterpretationFact? Fold(InterpretationFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, InterpretationLogged logged) => new()
        {
            Id = logged.InterpretationId,
            OccurredAt = logged.OccurredAt,
            Events = [id],
            Reading = logged.Kind,
            Text = logged.Text,
            Supports = logged.Supports,
            BeliefIds = logged.BeliefIds,
            CommitmentId = logged.CommitmentId,
            DecisionId = logged.DecisionId,
            AimId = logged.AimId,
        },
        _ => fact,
    };
}
