using Journal.Recording;

namespace Journal.Diagnosis;

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
    DateTimeOffset OccurredAt) : IServesAim
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

public sealed record Defect(Guid Id, DefectStanding Standing, bool Retracted) : IState<Defect>, IRetractable
{
    private static Defect From(DefectRaised e) => new(e.DefectId, DefectStanding.Suspected, Retracted: false);

    private static Defect On(DefectConfirmed e, Defect defect) => defect with { Standing = DefectStanding.Confirmed };

    private static Defect On(DefectDismissed e, Defect defect) => defect with { Standing = DefectStanding.Dismissed };

    private static Defect On(DefectResolved e, Defect defect) => defect with { Standing = DefectStanding.Resolved };

    private static Defect On(SubjectRetracted e, Defect defect) => defect with { Retracted = true };

    public static Defect? Fold(Defect? state, IJournalEvent e) => (state, e) switch
    {
        (null, DefectRaised raised) => From(raised),
        ({ } defect, DefectConfirmed confirmed) => On(confirmed, defect),
        ({ } defect, DefectDismissed dismissed) => On(dismissed, defect),
        ({ } defect, DefectResolved resolved) => On(resolved, defect),
        ({ } defect, SubjectRetracted retracted) => On(retracted, defect),
        _ => state,
    };
}

public enum DefectStanding
{
    Suspected,
    Confirmed,
    Dismissed,
    Resolved,
}
