using Journal.Facts;

namespace Journal.Beliefs;

[Subject("evidence", "evidence", "What speaks for or against a belief.", typeof(EvidenceLinked))]
public sealed record EvidenceFact : Fact, IFact<EvidenceFact>
{
    public required Guid BeliefId { get; init; }

    public required EvidenceDirection Direction { get; init; }

    public Guid? SourceId { get; init; }

    public static EvidenceFact? Fold(EvidenceFact? fact, object e, Guid id) => (fact, e) switch
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
