namespace Journal.Domain.Diagnosis;

/// <summary>A suspected misalignment. It is a question until the person confirms it.</summary>
/// <param name="Layer">Where it is taken to sit; null for unattributed.</param>
/// <param name="Locus">The belief, decision or process step that it comes down to; null while only the layer is named.</param>
/// <param name="ExecutionIds">The outcomes or commitments it shows in.</param>
/// <param name="UpstreamIds">The decisions, interpretations or beliefs it is traced to.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record DefectRaised(
    Guid DefectId,
    [property: Personal] string Title,
    Layer? Layer,
    Guid? Locus,
    IReadOnlyList<Guid> ExecutionIds,
    IReadOnlyList<Guid> UpstreamIds,
    double? Confidence,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DefectId;
}

public sealed record DefectConfirmed(Guid DefectId, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DefectId;
}

/// <summary>It turned out to be none.</summary>
public sealed record DefectDismissed(Guid DefectId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DefectId;
}

public sealed record DefectResolved(Guid DefectId, [property: Personal] string? Note, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DefectId;
}
