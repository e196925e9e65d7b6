namespace Journal.Reports.Beliefs;

/// <summary>
/// The ledger of beliefs: what supports and contradicts each, how strongly it was held when, what took its place, what it constrains, and what it predicted.
/// </summary>
public static class BeliefsReport
{
    public static ReportKind Kind { get; } = new(
        "beliefs", "Which beliefs are held, how strongly, and what the records say for and against each.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var ledgers = BeliefLedger.Of(view);
        LedgerSection.Write(builder, ledgers);
        DivergenceSection.Write(view, builder, ledgers);
        ConstraintSection.Write(view, builder, ledgers);
        CeilingSection.Write(view, builder, ledgers);
        ScaleSection.Write(view, builder, ledgers);
        PredictionSection.Write(view, builder, ledgers);
        SignatureSection.Write(view, builder, ledgers);
        CandidateSection.Write(view, builder);
    }
}
