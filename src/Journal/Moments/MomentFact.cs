using Journal.Facts;

namespace Journal.Moments;

/// <summary>A moment the person gave a name.</summary>
[Subject("moment", "moments", "A moment with a name, to see the journal from.", typeof(MomentLabelled))]
public sealed record MomentFact : Fact, IFact<MomentFact>
{
    [Personal]
    public required string Title { get; init; }

    public static MomentFact? Fold(MomentFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, MomentLabelled labelled) => new() { Id = labelled.MomentId, OccurredAt = labelled.OccurredAt, Events = [id], Title = labelled.Title },
        _ => fact,
    };
}
