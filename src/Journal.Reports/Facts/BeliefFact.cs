using Journal.Domain.Beliefs;

namespace Journal.Reports.Facts;

public sealed record BeliefFact : Fact
{
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

    /// <summary>How often it was put in question.</summary>
    public int Challenges { get; init; }

    public override string Kind => "belief";

    /// <summary>How strongly it was held at a moment, 0 to 1.</summary>
    public double StrengthAt(DateTimeOffset moment) => (Ratings.LastOrDefault(rating => rating.At <= moment) ?? Ratings[0]).Strength;

    internal static BeliefFact? Fold(BeliefFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, BeliefStated stated) => State(stated, id),
        ({ } belief, BeliefRated rated) => belief with
        {
            Ratings = [.. belief.Ratings.Append(new(rated.OccurredAt, rated.Strength)).OrderBy(rating => rating.At)],
            Events = [.. belief.Events, id],
        },
        ({ } belief, BeliefChallenged) => belief with { Challenges = belief.Challenges + 1, Events = [.. belief.Events, id] },
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
