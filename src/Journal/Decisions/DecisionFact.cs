using System.Text.Json.Serialization;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Decisions;

[Subject("decision", "decisions", "What has to be decided.",
    typeof(DecisionOpened), typeof(DecisionReviewed), typeof(DecisionMade), typeof(DecisionReopened), typeof(DecisionDropped),
    typeof(DecisionOutcomeReviewed), Daily = true)]
public sealed record DecisionFact : Fact, IFact<DecisionFact>
{
    [Personal]
    public required string Question { get; init; }

    [Personal]
    public string? Class { get; init; }

    /// <summary>How many options were written down.</summary>
    public int Options { get; init; }

    public DateTimeOffset? TriggeredAt { get; init; }

    public IReadOnlyList<Guid> BeliefIds { get; init; } = [];

    public Guid? AimId { get; init; }

    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>Every time it was made, reopened or dropped, by valid time.</summary>
    public IReadOnlyList<DecisionTurn> Turns { get; init; } = [];

    /// <summary>Whether the choice turned out right; null until it was looked at.</summary>
    public bool? CameTrue { get; init; }

    public DateTimeOffset? OutcomeReviewedAt { get; init; }

    public override string? Heading => Question;

    /// <summary>The last turn, where it was made or dropped and not reopened since.</summary>
    [JsonIgnore]
    public DecisionTurn? Closed => Turns is [.., { Kind: not TurnKind.Reopened } last] ? last : null;

    /// <summary>When it was first made; null while it never was.</summary>
    [JsonIgnore]
    public DateTimeOffset? FirstMadeAt => Turns.FirstOrDefault(turn => turn.Kind == TurnKind.Made)?.At;

    [JsonIgnore]
    public int Reopenings => Turns.Count(turn => turn.Kind == TurnKind.Reopened);

    internal override Fact Until(ValidTime moment) => this with
    {
        Reviews = Reviews.Those(review => moment.Includes(review.At)),
        Turns = Turns.Those(turn => moment.Includes(turn.At)),
        CameTrue = OutcomeReviewedAt is { } at && !moment.Includes(at) ? null : CameTrue,
        OutcomeReviewedAt = OutcomeReviewedAt is { } reviewed && !moment.Includes(reviewed) ? null : OutcomeReviewedAt,
    };

    public static DecisionFact? Fold(DecisionFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, DecisionOpened opened) => Open(opened, id),
        ({ } decision, DecisionReviewed reviewed) => decision with
        {
            Reviews = [.. decision.Reviews.Append(new(reviewed.ReviewId, reviewed.OccurredAt, reviewed.NewFact, reviewed.Minutes)).OrderBy(review => review.At)],
            Events = [.. decision.Events, id],
        },
        ({ } decision, DecisionMade made) => decision.Turn(new(TurnKind.Made, made.OccurredAt, made.Confidence), id),
        ({ } decision, DecisionReopened reopened) => decision.Turn(new(TurnKind.Reopened, reopened.OccurredAt, null), id),
        ({ } decision, DecisionDropped dropped) => decision.Turn(new(TurnKind.Dropped, dropped.OccurredAt, null), id),
        ({ } decision, DecisionOutcomeReviewed outcome) => decision with
        {
            CameTrue = outcome.CameTrue,
            OutcomeReviewedAt = outcome.OccurredAt,
            Events = [.. decision.Events, id],
        },
        _ => fact,
    };

    private static DecisionFact Open(DecisionOpened e, Guid id) => new()
    {
        Id = e.DecisionId,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Question = e.Question,
        Class = e.Class,
        Options = e.Options.Count,
        TriggeredAt = e.TriggeredAt,
        BeliefIds = e.BeliefIds,
        AimId = e.AimId,
    };

    private DecisionFact Turn(DecisionTurn turn, Guid id) => this with { Turns = [.. Turns.Append(turn).OrderBy(one => one.At)], Events = [.. Events, id] };
}

/// <param name="NewFact">Whether it brought a fact that was not there before; a pass is a review without.</param>
public sealed record Review(Guid Id, DateTimeOffset At, bool NewFact, double? Minutes);

/// <param name="Confidence">Of a choice, 0 to 1.</param>
public sealed record DecisionTurn(TurnKind Kind, DateTimeOffset At, double? Confidence);

public enum TurnKind
{
    Made,
    Reopened,
    Dropped,
}
