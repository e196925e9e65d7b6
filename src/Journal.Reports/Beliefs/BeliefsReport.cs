using Journal.Reports.Figures;

namespace Journal.Reports.Beliefs;

/// <summary>
/// The ledger of beliefs: what supports and contradicts each, how strongly it was held when, what took its place, what it constrains, and what it predicted.
/// </summary>
public static class BeliefsReport
{
    public static ReportKind Kind { get; } = new(
        "beliefs", "Which beliefs are held, how strongly, and what the records say for and against each.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var ledgers = BeliefLedger.Of(view);
        LedgerSection.Write(sheet, ledgers);
        DivergenceSection.Write(view, sheet, ledgers);
        ConstraintSection.Write(view, sheet, ledgers);
        CeilingSection.Write(view, sheet, ledgers);
        ScaleSection.Write(view, sheet, ledgers);
        PredictionSection.Write(view, sheet, ledgers);
        SignatureSection.Write(view, sheet, ledgers);
        CandidateSection.Write(view, sheet);
    }
}
