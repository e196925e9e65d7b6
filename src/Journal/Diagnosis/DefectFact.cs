using Journal.Facts;
using Journal.Recording;

namespace Journal.Diagnosis;

/// <summary>A misalignment somebody suspects. It counts only once it was confirmed.</summary>
[Subject("defect", "defects", "A suspected misalignment; it counts once it is confirmed.",
    typeof(DefectRaised), typeof(DefectConfirmed), typeof(DefectDismissed), typeof(DefectResolved), Family = "defects")]
public sealed record DefectFact : Fact, IFact<DefectFact>
{
    [Personal]
    public required string Title { get; init; }

    /// <summary>Null for unattributed.</summary>
    public Layer? Layer { get; init; }

    /// <summary>The belief, decision or step it comes down to; without one, only the layer is named.</summary>
    public Guid? Locus { get; init; }

    public IReadOnlyList<Guid> ExecutionIds { get; init; } = [];

    public IReadOnlyList<Guid> UpstreamIds { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double? Confidence { get; init; }

    public Guid? AimId { get; init; }

    /// <summary>What was said of it since it was raised, by valid time.</summary>
    public IReadOnlyList<DefectTurn> Turns { get; init; } = [];

    public override string? Heading => Title;

    internal override Fact Until(ValidTime moment) => this with { Turns = Turns.Those(turn => moment.Includes(turn.At)) };

    public static DefectFact? Fold(DefectFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, DefectRaised raised) => Raise(raised, id),
        ({ } defect, DefectConfirmed confirmed) => defect.Turn(DefectStatus.Confirmed, confirmed.OccurredAt, id),
        ({ } defect, DefectDismissed dismissed) => defect.Turn(DefectStatus.Dismissed, dismissed.OccurredAt, id),
        ({ } defect, DefectResolved resolved) => defect.Turn(DefectStatus.Resolved, resolved.OccurredAt, id),
        _ => fact,
    };

    private static DefectFact Raise(DefectRaised e, Guid id) => new()
    {
        Id = e.DefectId,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Title = e.Title,
        Layer = e.Layer,
        Locus = e.Locus,
        ExecutionIds = e.ExecutionIds,
        UpstreamIds = e.UpstreamIds,
        Confidence = e.Confidence,
        AimId = e.AimId,
    };

    private DefectFact Turn(DefectStatus status, DateTimeOffset at, Guid id) =>
        this with { Turns = [.. Turns.Append(new(status, at)).OrderBy(turn => turn.At)], Events = [.. Events, id] };
}

public sealed record DefectTurn(DefectStatus Status, DateTimeOffset At);

public enum DefectStatus
{
    Raised,
    Confirmed,
    Dismissed,
    Resolved,
}
