using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
using Journal.Signals;
using Journal.States;
using Journal.Work;

namespace Journal.Recording;

/// <summary>Commands as JSON bodies. What a body may hold is what its command declares.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(SetAim))]
[JsonSerializable(typeof(ReviseAim))]
[JsonSerializable(typeof(CloseAim))]
[JsonSerializable(typeof(StateBelief))]
[JsonSerializable(typeof(RateBelief))]
[JsonSerializable(typeof(ChallengeBelief))]
[JsonSerializable(typeof(ReplaceBelief))]
[JsonSerializable(typeof(RetireBelief))]
[JsonSerializable(typeof(LinkEvidence))]
[JsonSerializable(typeof(AdoptPractice))]
[JsonSerializable(typeof(RevisePractice))]
[JsonSerializable(typeof(DropPractice))]
[JsonSerializable(typeof(FinishExecution))]
[JsonSerializable(typeof(MissExecution))]
[JsonSerializable(typeof(SkipExecution))]
[JsonSerializable(typeof(RetractOutcome))]
[JsonSerializable(typeof(WriteEntry))]
[JsonSerializable(typeof(AmendEntry))]
[JsonSerializable(typeof(RetractEntry))]
[JsonSerializable(typeof(SampleState))]
[JsonSerializable(typeof(StartIntervention))]
[JsonSerializable(typeof(EndIntervention))]
[JsonSerializable(typeof(ConfirmBelief))]
[JsonSerializable(typeof(NominateConstraint))]
[JsonSerializable(typeof(TestConstraint))]
[JsonSerializable(typeof(PredictFromBelief))]
[JsonSerializable(typeof(ScorePrediction))]
[JsonSerializable(typeof(OpenDecision))]
[JsonSerializable(typeof(ReviewDecision))]
[JsonSerializable(typeof(MakeDecision))]
[JsonSerializable(typeof(ReopenDecision))]
[JsonSerializable(typeof(DropDecision))]
[JsonSerializable(typeof(ReviewDecisionOutcome))]
[JsonSerializable(typeof(SetDecisionStandard))]
[JsonSerializable(typeof(RankPriorities))]
[JsonSerializable(typeof(LogInterpretation))]
[JsonSerializable(typeof(InterpretSetback))]
[JsonSerializable(typeof(NoticeSignal))]
[JsonSerializable(typeof(ActOnSignal))]
[JsonSerializable(typeof(DismissSignal))]
[JsonSerializable(typeof(MakeCommitment))]
[JsonSerializable(typeof(ReframeCommitment))]
[JsonSerializable(typeof(StartCommitment))]
[JsonSerializable(typeof(PauseCommitment))]
[JsonSerializable(typeof(FinishCommitment))]
[JsonSerializable(typeof(MissCommitment))]
[JsonSerializable(typeof(SkipCommitment))]
[JsonSerializable(typeof(CodeCommitment))]
[JsonSerializable(typeof(NoteDeliberation))]
[JsonSerializable(typeof(SetPracticeFloor))]
[JsonSerializable(typeof(CodeOutcome))]
[JsonSerializable(typeof(MakeCorrection))]
[JsonSerializable(typeof(RecordOperatorIntervention))]
[JsonSerializable(typeof(RecordOutput))]
[JsonSerializable(typeof(SpendTime))]
[JsonSerializable(typeof(SetFocus))]
[JsonSerializable(typeof(DefineProcess))]
[JsonSerializable(typeof(ReviseProcess))]
[JsonSerializable(typeof(RunProcess))]
[JsonSerializable(typeof(ApplyAmplifier))]
[JsonSerializable(typeof(ObserveLoad))]
[JsonSerializable(typeof(StateDiagnosis))]
[JsonSerializable(typeof(AnswerDiagnostic))]
[JsonSerializable(typeof(RaiseDefect))]
[JsonSerializable(typeof(ConfirmDefect))]
[JsonSerializable(typeof(DismissDefect))]
[JsonSerializable(typeof(ResolveDefect))]
[JsonSerializable(typeof(RetractSubject))]
[JsonSerializable(typeof(LabelMoment))]
public sealed partial class CommandsJson : JsonSerializerContext
{
    public static JsonTypeInfo<TCommand> Of<TCommand>()
        where TCommand : Command =>
        (JsonTypeInfo<TCommand>)(Default.GetTypeInfo(typeof(TCommand))
            ?? throw new InvalidOperationException($"{typeof(TCommand).Name} is not among the commands that are read from JSON."));
}
