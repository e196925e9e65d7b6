using Journal.Facts;

namespace Journal.Beliefs;

public sealed record EvidenceFact : Fact
{
    public required Guid BeliefId { get; init; }

    public required EvidenceDirection Direction { get; init; }

    public Guid? SourceId { get; init; }

    public override string Kind => "evidence";

    internal static EvidenceFact? Fold(EvidenceFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, EvidenceLinked linked) => new()
        {
            Id = linked.EvidenceId,
            OccurredAt = linked.OccurredAt,
            Events = [id],
            BeliefId = linked.BeliefId,
            Direction = linked.Direction,
            SourceId = linked.SourceId,
        },
        _ => fact,
    };
}
