using System.Text.Json.Serialization;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Commitments;

[Subject("commitment", "commitments", "One planned action.",
    typeof(CommitmentMade), typeof(CommitmentReframed), typeof(CommitmentStarted), typeof(CommitmentPaused), typeof(CommitmentFinished),
    typeof(CommitmentMissed), typeof(CommitmentSkipped), typeof(CommitmentCoded), typeof(DeliberationNoted))]
public sealed record CommitmentFact : Fact, IFact<CommitmentFact>
{
    [Personal]
    public required string Title { get; init; }

    /// <summary>When it was first meant to start; later plans stand in <see cref="Reframes"/>.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public double? PlannedMinutes { get; init; }

    /// <summary>How clear it was what to do, 1 to 7.</summary>
    public int? Clarity { get; init; }

    public Guid? DecisionId { get; init; }

    public Guid? ProcessId { get; init; }

    public IReadOnlyList<Guid> BeliefIds { get; init; } = [];

    public Guid? AimId { get; init; }

    public IReadOnlyList<Reframe> Reframes { get; init; } = [];

    /// <summary>Every start and pause, by valid time.</summary>
    public IReadOnlyList<WorkTurn> Turns { get; init; } = [];

    /// <summary>How it ended, by valid time; the last counts. Empty while it is open.</summary>
    public IReadOnlyList<Ending> Endings { get; init; } = [];

    /// <summary>When it was weighed once more before it was done.</summary>
    public IReadOnlyList<DateTimeOffset> Deliberations { get; init; } = [];

    /// <summary>What the person put a miss or delay down to, the latest last.</summary>
    public IReadOnlyList<Coding> Codings { get; init; } = [];

    public override string? Heading => Title;

    [JsonIgnore]
    public DateTimeOffset? StartedAt => Turns.FirstOrDefault(turn => turn.Started)?.At;

    [JsonIgnore]
    public Ending? Ending => Endings.Count > 0 ? Endings[^1] : null;

    [JsonIgnore]
    public Coding? Coding => Codings.Count > 0 ? Codings[^1] : null;

    /// <summary>Days from the first plan to the start, below 0 when it began early; null where either is unknown.</summary>
    [JsonIgnore]
    public double? DelayDays => (StartedAt - PlannedAt)?.TotalDays;

    internal override Fact Until(ValidTime moment) => this with
    {
        Reframes = Reframes.Those(reframe => moment.Includes(reframe.At)),
        Turns = Turns.Those(turn => moment.Includes(turn.At)),
        Endings = Endings.Those(ending => moment.Includes(ending.At)),
        Deliberations = Deliberations.Those(moment.Includes),
        Codings = Codings.Those(coding => moment.Includes(coding.At)),
    };

    public static CommitmentFact? Fold(CommitmentFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, CommitmentMade made) => Make(made, id),
        (null, _) => null,
        ({ } commitment, _) => commitment.Follow(e) is { } followed ? followed with { Events = [.. commitment.Events, id] } : commitment,
    };

    private static CommitmentFact Make(CommitmentMade e, Guid id) => new()
    {
        Id = e.CommitmentId,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Title = e.Title,
        PlannedAt = e.PlannedAt,
        DueAt = e.DueAt,
        PlannedMinutes = e.PlannedMinutes,
        Clarity = e.Clarity,
        DecisionId = e.DecisionId,
        ProcessId = e.ProcessId,
        BeliefIds = e.BeliefIds,
        AimId = e.AimId,
    };

    private CommitmentFact? Follow(object e) => e switch
    {
        CommitmentReframed reframed => this with
        {
            Reframes = [.. Reframes.Append(Reframe.Of(reframed)).OrderBy(one => one.At)],
        },
        CommitmentStarted started => this with { Turns = [.. Turns.Append(new(started.OccurredAt, Started: true)).OrderBy(turn => turn.At)] },
        CommitmentPaused paused => this with { Turns = [.. Turns.Append(new(paused.OccurredAt, Started: false)).OrderBy(turn => turn.At)] },
        CommitmentFinished done => End(new(OutcomeState.Finished, done.OccurredAt, done.Effort, done.Minutes, done.NeededOperator, HasReason: false)),
        CommitmentMissed missed => End(new(OutcomeState.Missed, missed.OccurredAt, null, null, null, missed.Reason is not null, missed.Reason?.Length ?? 0), missed.Cause, missed.NewFactNeeded),
        CommitmentSkipped skipped => End(new(OutcomeState.Skipped, skipped.OccurredAt, null, null, null, HasReason: true), skipped.Cause),
        CommitmentCoded coded => this with { Codings = [.. Codings, new(coded.OccurredAt, coded.Cause, coded.NewFactNeeded)] },
        DeliberationNoted noted => this with { Deliberations = [.. Deliberations, noted.OccurredAt] },
        _ => null,
    };

    private CommitmentFact End(Ending ending, Cause? cause = null, bool? newFactNeeded = null) => this with
    {
        Endings = [.. Endings.Append(ending).OrderBy(one => one.At)],
        Codings = cause is null && newFactNeeded is null ? Codings : [.. Codings, new(ending.At, cause, newFactNeeded)],
    };
}

/// <param name="PlannedAt">The new time to start, where there is one.</param>
/// <param name="ReasonLength">Characters of the written reason; 0 without one.</param>
public sealed record Reframe(DateTimeOffset At, Reframing Reframing, DateTimeOffset? PlannedAt, bool HasReason, Cause? Cause, bool? NewFactNeeded, int ReasonLength = 0)
{
    internal static Reframe Of(CommitmentReframed e) =>
        new(e.OccurredAt, e.Reframing, e.PlannedAt, e.Reason is not null, e.Cause, e.NewFactNeeded, e.Reason?.Length ?? 0);
}

/// <param name="Started">True for a start, false for a pause.</param>
public sealed record WorkTurn(DateTimeOffset At, bool Started);

/// <param name="Effort">1 to 7.</param>
/// <param name="HasReason">Whether a reason was written down.</param>
/// <param name="ReasonLength">Characters of the reason of a miss; 0 without one.</param>
public sealed record Ending(OutcomeState State, DateTimeOffset At, int? Effort, double? Minutes, bool? NeededOperator, bool HasReason, int ReasonLength = 0);

public sealed record Coding(DateTimeOffset At, Cause? Cause, bool? NewFactNeeded);
