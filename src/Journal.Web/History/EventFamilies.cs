using System.Collections.Frozen;
using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Facts;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using Journal.States;
using Journal.Work;

namespace Journal.Web.History;

/// <summary>Names for groups of event types, to ask the history by.</summary>
internal static class EventFamilies
{
    private static readonly FrozenDictionary<string, string[]> Families = new Dictionary<string, string[]>
    {
        ["aims"] = Names(typeof(AimSet), typeof(AimRevised), typeof(AimClosed)),
        ["practices"] = Names(typeof(PracticeAdopted), typeof(PracticeRevised), typeof(PracticeFloorSet), typeof(PracticeDropped)),
        ["outcomes"] = Names(typeof(ExecutionFinished), typeof(ExecutionMissed), typeof(ExecutionSkipped), typeof(OutcomeCoded), typeof(OutcomeRetracted)),
        ["beliefs"] = Names(
            typeof(BeliefStated),
            typeof(BeliefRated),
            typeof(BeliefChallenged),
            typeof(BeliefConfirmed),
            typeof(BeliefReplaced),
            typeof(BeliefRetired),
            typeof(EvidenceLinked),
            typeof(ConstraintNominated),
            typeof(ConstraintTested),
            typeof(BeliefPredicted),
            typeof(PredictionScored)),
        ["entries"] = Names(typeof(JournalEntryWritten), typeof(EntryAmended), typeof(EntryRetracted)),
        ["states"] = Names(typeof(StateSampled)),
        ["interventions"] = Names(typeof(InterventionStarted), typeof(InterventionEnded)),
        ["decisions"] = Names(
            typeof(DecisionOpened), typeof(DecisionReviewed), typeof(DecisionMade), typeof(DecisionReopened), typeof(DecisionDropped), typeof(DecisionOutcomeReviewed)),
        ["standards"] = Names(typeof(DecisionStandardSet)),
        ["priorities"] = Names(typeof(PrioritiesRanked)),
        ["interpretations"] = Names(typeof(InterpretationLogged), typeof(SetbackInterpreted)),
        ["signals"] = Names(typeof(SignalNoticed), typeof(SignalActedOn), typeof(SignalDismissed)),
        ["commitments"] = Names(
            typeof(CommitmentMade),
            typeof(CommitmentReframed),
            typeof(CommitmentStarted),
            typeof(CommitmentPaused),
            typeof(CommitmentFinished),
            typeof(CommitmentMissed),
            typeof(CommitmentSkipped),
            typeof(CommitmentCoded),
            typeof(DeliberationNoted)),
        ["work"] = Names(typeof(CorrectionMade), typeof(OperatorIntervened), typeof(OutputRecorded), typeof(TimeSpent), typeof(FocusSet)),
        ["processes"] = Names(typeof(ProcessDefined), typeof(ProcessRevised), typeof(ProcessRun)),
        ["growth"] = Names(typeof(AmplifierApplied), typeof(LoadObserved)),
        ["diagnoses"] = Names(typeof(DiagnosisStated), typeof(DiagnosticAnswered)),
        ["defects"] = Names(typeof(DefectRaised), typeof(DefectConfirmed), typeof(DefectDismissed), typeof(DefectResolved)),
        ["moments"] = Names(typeof(MomentLabelled)),
        ["retractions"] = Names(typeof(SubjectRetracted)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = Families.Values.SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The families' names, in ordinal order.</summary>
    public static IEnumerable<string> All => Families.Keys.Order(StringComparer.Ordinal);

    /// <summary>The stored names that a word stands for: a family's, or the word itself when it is one; none when it is neither.</summary>
    public static IReadOnlyList<string> Find(string word) => Families.TryGetValue(word, out var names) ? names : Known.Contains(word) ? [word] : [];

    private static string[] Names(params Type[] types) => [.. types.Select(EventTypes.NameOf)];
}
