using Journal.Facts;

namespace Journal.Moments;

/// <summary>A moment the person gave a name.</summary>
public sealed record MomentFact : Fact
{
    public required string Title { get; init; }

    public override string Kind => "moment";

    internal static MomentFact? Fold(MomentFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, MomentLabelled labelled) => new() { Id = labelled.MomentId, OccurredAt = labelled.OccurredAt, Events = [id], Title = labelled.Title },
        _ => fact,
    };
}
