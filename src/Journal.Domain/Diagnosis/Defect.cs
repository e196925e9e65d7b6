namespace Journal.Domain.Diagnosis;

public sealed record Defect(Guid Id, DefectStanding Standing, bool Retracted) : IState<Defect>, IRetractable
{
    public static Defect Create(DefectRaised e) => new(e.DefectId, DefectStanding.Suspected, Retracted: false);

    public static Defect Apply(DefectConfirmed e, Defect defect) => defect with { Standing = DefectStanding.Confirmed };

    public static Defect Apply(DefectDismissed e, Defect defect) => defect with { Standing = DefectStanding.Dismissed };

    public static Defect Apply(DefectResolved e, Defect defect) => defect with { Standing = DefectStanding.Resolved };

    public static Defect Apply(SubjectRetracted e, Defect defect) => defect with { Retracted = true };

    public static Defect? Fold(Defect? state, IJournalEvent e) => (state, e) switch
    {
        (null, DefectRaised raised) => Create(raised),
        ({ } defect, DefectConfirmed confirmed) => Apply(confirmed, defect),
        ({ } defect, DefectDismissed dismissed) => Apply(dismissed, defect),
        ({ } defect, DefectResolved resolved) => Apply(resolved, defect),
        ({ } defect, SubjectRetracted retracted) => Apply(retracted, defect),
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
