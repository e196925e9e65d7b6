using System.Text.Json.Serialization;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Beliefs;

[Subject("belief", "beliefs", "What is held to be true.",
    typeof(BeliefStated), typeof(BeliefRated), typeof(BeliefChallenged), typeof(BeliefReplaced), typeof(BeliefRetired), typeof(BeliefConfirmed),
    typeof(ConstraintNominated), typeof(ConstraintTested), typeof(BeliefPredicted), typeof(PredictionScored), Daily = true)]
public sealed record BeliefFact : Fact, IFact<BeliefFact>
{
    [Personal]
    public required string Text { get; init; }

    public required BeliefScope Scope { get; init; }

    public required BeliefStance Stance { get; init; }

    public required BeliefOrigin Origin { get; init; }

    /// <summary>How strongly it was held, by valid time, oldest first; never empty.</summary>
    public required IReadOnlyList<Rating> Ratings { get; init; }

    public Guid? AimId { get; init; }

    public Guid? Replaces { get; init; }

    public Guid? ReplacedBy { get; init; }

    /// <summary>When it was replaced or retired.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was put in question.</summary>
    public IReadOnlyList<DateTimeOffset> Challenges { get; init; } = [];

    /// <summary>When a candidate was confirmed; null for one that was explicit from the start or is none yet.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>As what limits it was named, the latest last.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    public IReadOnlyList<ConstraintTest> Tests { get; init; } = [];

    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>Whether the person owns it: a candidate counts in no figure.</summary>
    [JsonIgnore]
    public bool Counts => Origin == BeliefOrigin.Explicit || ConfirmedAt is not null;

    public override string? Heading => Text;

    internal override Fact Until(ValidTime moment) => this with
    {
        EndedAt = EndedAt is { } at && !moment.Includes(at) ? null : EndedAt,
        ReplacedBy = EndedAt is { } ended && !moment.Includes(ended) ? null : ReplacedBy,
        ConfirmedAt = ConfirmedAt is { } confirmed && !moment.Includes(confirmed) ? null : ConfirmedAt,
        Ratings = Ratings.FirstAndThose(rating => moment.Includes(rating.At)),
        Challenges = Challenges.Those(moment.Includes),
        Constraints = Constraints.Those(constraint => moment.Includes(constraint.At)),
        Tests = Tests.Those(test => moment.Includes(test.At)),
        Predictions = Predictions.Those(prediction => moment.Includes(prediction.At)).Each(prediction => prediction.Until(moment)),
    };

    /// <summary>How strongly it was held at a moment, 0 to 1.</summary>
    public double StrengthAt(DateTimeOffset moment) => (Ratings.LastOrDefault(rating => rating.At <= moment) ?? Ratings[0]).Strength;

    public static BeliefFact? Fold(BeliefFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, BeliefStated stated) => State(stated, id),
        ({ } belief, BeliefRated rated) => belief with
        {
            Ratings = [.. belief.Ratings.Append(new(rated.OccurredAt, rated.Strength)).OrderBy(rating => rating.At)],
            Events = [.. belief.Events, id],
        },
        ({ } belief, BeliefChallenged challenged) => belief with { Challenges = [.. belief.Challenges, challenged.OccurredAt], Events = [.. belief.Events, id] },
        ({ } belief, BeliefConfirmed confirmed) => belief with { ConfirmedAt = confirmed.OccurredAt, Events = [.. belief.Events, id] },
        ({ } belief, ConstraintNominated nominated) => belief with
        {
            Constraints = [.. belief.Constraints, new(nominated.OccurredAt, nominated.If, nominated.Limits, nominated.Template, nominated.Ceiling, nominated.Constrains)],
            Events = [.. belief.Events, id],
        },
        ({ } belief, ConstraintTested tested) => belief with { Tests = [.. belief.Tests, new(tested.TestId, tested.OccurredAt, tested.Finding)], Events = [.. belief.Events, id] },
        ({ } belief, BeliefPredicted predicted) => belief with
        {
            Predictions = [.. belief.Predictions, new(predicted.PredictionId, predicted.OccurredAt, predicted.Probability, predicted.DueAt, null, null)],
            Events = [.. belief.Events, id],
        },
        ({ } belief, PredictionScored scored) => belief with
        {
            Predictions = [.. belief.Predictions.Select(prediction => prediction.Id == scored.PredictionId ? prediction with { CameTrue = scored.CameTrue, ScoredAt = scored.OccurredAt } : prediction)],
            Events = [.. belief.Events, id],
        },
        ({ } belief, BeliefReplaced replaced) => belief with
        {
            ReplacedBy = replaced.ReplacementId,
            EndedAt = replaced.OccurredAt,
            Events = [.. belief.Events, id],
        },
        ({ } belief, BeliefRetired retired) => belief with { EndedAt = retired.OccurredAt, Events = [.. belief.Events, id] },
        _ => fact,
    };

    private static BeliefFact State(BeliefStated e, Guid id) => new()
    {
        Id = e.BeliefId,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Text = e.Text,
        Scope = e.Scope,
        Stance = e.Stance,
        Origin = e.Origin,
        Ratings = [new(e.OccurredAt, e.Strength)],
        AimId = e.AimId,
        Replaces = e.Replaces,
    };
}

/// <param name="Strength">0 to 1.</param>
public sealed record Rating(DateTimeOffset At, double Strength);

/// <param name="Ceiling">The output of a week that it holds to be the most.</param>
/// <param name="Constrains">Commitments and practices.</param>
public sealed record Constraint(DateTimeOffset At, [property: Personal] string If, [property: Personal] string Limits, ConstraintTemplate? Template, double? Ceiling, IReadOnlyList<Guid> Constrains);

public sealed record ConstraintTest(Guid Id, DateTimeOffset At, ConstraintFinding Finding);

/// <param name="CameTrue">Null until it was scored.</param>
public sealed record Prediction(Guid Id, DateTimeOffset At, double? Probability, DateTimeOffset? DueAt, bool? CameTrue, DateTimeOffset? ScoredAt)
{
    internal Prediction Until(ValidTime moment) => ScoredAt is { } scored && !moment.Includes(scored) ? this with { CameTrue = null, ScoredAt = null } : this;
}
