using System.Text.Json.Serialization;
using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
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

namespace Journal.Facts;

/// <summary>How the journal's events stand in the store: PascalCase names as declared, enums by name, nothing else configured, as Marten writes them.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AimSet))]
[JsonSerializable(typeof(AimRevised))]
[JsonSerializable(typeof(AimClosed))]
[JsonSerializable(typeof(BeliefStated))]
[JsonSerializable(typeof(BeliefRated))]
[JsonSerializable(typeof(BeliefChallenged))]
[JsonSerializable(typeof(BeliefReplaced))]
[JsonSerializable(typeof(BeliefRetired))]
[JsonSerializable(typeof(EvidenceLinked))]
[JsonSerializable(typeof(PracticeAdopted))]
[JsonSerializable(typeof(PracticeRevised))]
[JsonSerializable(typeof(PracticeDropped))]
[JsonSerializable(typeof(ExecutionFinished))]
[JsonSerializable(typeof(ExecutionMissed))]
[JsonSerializable(typeof(ExecutionSkipped))]
[JsonSerializable(typeof(OutcomeRetracted))]
[JsonSerializable(typeof(JournalEntryWritten))]
[JsonSerializable(typeof(EntryAmended))]
[JsonSerializable(typeof(EntryRetracted))]
[JsonSerializable(typeof(StateSampled))]
[JsonSerializable(typeof(InterventionStarted))]
[JsonSerializable(typeof(InterventionEnded))]
[JsonSerializable(typeof(BeliefConfirmed))]
[JsonSerializable(typeof(ConstraintNominated))]
[JsonSerializable(typeof(ConstraintTested))]
[JsonSerializable(typeof(BeliefPredicted))]
[JsonSerializable(typeof(PredictionScored))]
[JsonSerializable(typeof(DecisionOpened))]
[JsonSerializable(typeof(DecisionReviewed))]
[JsonSerializable(typeof(DecisionMade))]
[JsonSerializable(typeof(DecisionReopened))]
[JsonSerializable(typeof(DecisionDropped))]
[JsonSerializable(typeof(DecisionOutcomeReviewed))]
[JsonSerializable(typeof(DecisionStandardSet))]
[JsonSerializable(typeof(PrioritiesRanked))]
[JsonSerializable(typeof(InterpretationLogged))]
[JsonSerializable(typeof(SetbackInterpreted))]
[JsonSerializable(typeof(SignalNoticed))]
[JsonSerializable(typeof(SignalActedOn))]
[JsonSerializable(typeof(SignalDismissed))]
[JsonSerializable(typeof(CommitmentMade))]
[JsonSerializable(typeof(CommitmentReframed))]
[JsonSerializable(typeof(CommitmentStarted))]
[JsonSerializable(typeof(CommitmentPaused))]
[JsonSerializable(typeof(CommitmentFinished))]
[JsonSerializable(typeof(CommitmentMissed))]
[JsonSerializable(typeof(CommitmentSkipped))]
[JsonSerializable(typeof(CommitmentCoded))]
[JsonSerializable(typeof(DeliberationNoted))]
[JsonSerializable(typeof(PracticeFloorSet))]
[JsonSerializable(typeof(OutcomeCoded))]
[JsonSerializable(typeof(CorrectionMade))]
[JsonSerializable(typeof(OperatorIntervened))]
[JsonSerializable(typeof(OutputRecorded))]
[JsonSerializable(typeof(TimeSpent))]
[JsonSerializable(typeof(FocusSet))]
[JsonSerializable(typeof(ProcessDefined))]
[JsonSerializable(typeof(ProcessRevised))]
[JsonSerializable(typeof(ProcessRun))]
[JsonSerializable(typeof(AmplifierApplied))]
[JsonSerializable(typeof(LoadObserved))]
[JsonSerializable(typeof(DiagnosisStated))]
[JsonSerializable(typeof(DiagnosticAnswered))]
[JsonSerializable(typeof(DefectRaised))]
[JsonSerializable(typeof(DefectConfirmed))]
[JsonSerializable(typeof(DefectDismissed))]
[JsonSerializable(typeof(DefectResolved))]
[JsonSerializable(typeof(SubjectRetracted))]
[JsonSerializable(typeof(MomentLabelled))]
public sealed partial class JournalEventsJson : JsonSerializerContext;
