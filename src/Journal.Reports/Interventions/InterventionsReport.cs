namespace Journal.Reports.Interventions;

/// <summary>What was there before each intervention and after it, and what stayed once it had ended. One followed the other; that is all it says.</summary>
public static class InterventionsReport
{
    public static ReportKind Kind { get; } = new(
        "interventions", "What each intervention was followed by, and whether it lasted after the intervention had ended.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var trials = Trial.Of(view);
        SidesSection.Write(view, builder, trials);
        DurabilitySection.Write(view, builder, trials);
        OverlapSection.Write(view, builder, trials);
        BeliefChangeSection.Write(view, builder, trials);
    }
}
