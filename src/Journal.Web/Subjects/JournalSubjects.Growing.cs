using Journal.Growth;

namespace Journal.Web.Subjects;

public static partial class JournalSubjects
{
    private static IEnumerable<SubjectKind> Growing =>
    [
        Once<AmplifierApplied, AmplifierFact, ApplyAmplifier>(
            "amplifier", "amplifiers", "Something added that makes more of what is there: effort, a hire, a tool, automation, marketing, expansion.", "apply", "Records an amplifier.", GrowthDecider.Decide),
        Once<LoadObserved, LoadFact, ObserveLoad>("load", "loads", "How much there is to carry at one moment.", "observe", "Records the load.", GrowthDecider.Decide),
    ];
}
