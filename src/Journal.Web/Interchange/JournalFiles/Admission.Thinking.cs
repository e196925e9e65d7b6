using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Interpretations;
using Journal.Recording;
using Journal.Signals;

namespace Journal.Web.Interchange.JournalFiles;

public sealed partial class Admission
{
    private Refusal? AdmitThinking(IJournalEvent e) => e switch
    {
        DecisionOpened decision => Take<DecisionCase, OpenDecision>(
            e, new(decision.Question, decision.Class, decision.Options, decision.TriggeredAt, decision.BeliefIds), DecisionDecider.Decide),
        DecisionReviewed review => Take<DecisionCase, ReviewDecision>(e, new(review.ReviewId, review.NewFact, review.Note, review.Minutes), DecisionDecider.Decide),
        DecisionMade made => Take<DecisionCase, MakeDecision>(e, new(made.Choice, made.Confidence), DecisionDecider.Decide),
        DecisionReopened reopened => Take<DecisionCase, ReopenDecision>(e, new(reopened.Reason), DecisionDecider.Decide),
        DecisionDropped dropped => Take<DecisionCase, DropDecision>(e, new(dropped.Reason), DecisionDecider.Decide),
        DecisionOutcomeReviewed outcome => Take<DecisionCase, ReviewDecisionOutcome>(e, new(outcome.CameTrue, outcome.Note), DecisionDecider.Decide),
        DecisionStandardSet standard => Observe(standard, new SetDecisionStandard(standard.Hours, standard.Class), StandardDecider.Decide),
        PrioritiesRanked ranking => Observe(ranking, new RankPriorities(ranking.Items), PriorityDecider.Decide),
        InterpretationLogged reading => Observe(
            reading, new LogInterpretation(reading.Kind, reading.Text, reading.Supports, reading.BeliefIds), InterpretationDecider.Decide),
        SetbackInterpreted setback => Observe(
            setback, new InterpretSetback(setback.Reading, setback.Text, setback.Supports, setback.BeliefIds), InterpretationDecider.Decide),
        SignalNoticed signal => Take<Signal, NoticeSignal>(e, new(signal.Text), SignalDecider.Decide),
        SignalActedOn acted => Take<Signal, ActOnSignal>(e, new(acted.Action), SignalDecider.Decide),
        SignalDismissed dismissed => Take<Signal, DismissSignal>(e, new(Reason: dismissed.Reason), SignalDecider.Decide),
        _ => AdmitDiagnosis(e),
    };

    private Refusal? AdmitDiagnosis(IJournalEvent e) => e switch
    {
        DiagnosisStated diagnosis => Observe(
            diagnosis, new StateDiagnosis(diagnosis.Kind, diagnosis.Constraint, diagnosis.Text), DiagnosisDecider.Decide),
        DiagnosticAnswered answer => Observe(
            answer,
            new AnswerDiagnostic(answer.Question, answer.Result, Text: answer.Text, Version: answer.Version, Evidence: answer.Evidence),
            DiagnosisDecider.Decide),
        DefectRaised defect => Take<Defect, RaiseDefect>(
            e, new(defect.Title, defect.Layer, defect.Locus, defect.ExecutionIds, defect.UpstreamIds, defect.Confidence), DefectDecider.Decide),
        DefectConfirmed => Take<Defect, ConfirmDefect>(e, new(), DefectDecider.Decide),
        DefectDismissed dismissed => Take<Defect, DismissDefect>(e, new(dismissed.Reason), DefectDecider.Decide),
        DefectResolved resolved => Take<Defect, ResolveDefect>(e, new(resolved.Note), DefectDecider.Decide),
        _ => AdmitCommitment(e),
    };
}
