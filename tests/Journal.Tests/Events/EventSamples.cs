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

namespace Journal.Tests.Events;

/// <summary>One of each event, every member given.</summary>
internal static class EventSamples
{
    private static readonly Guid One = new("0198a000-0000-7000-8000-000000000001");
    private static readonly Guid Two = new("0198a000-0000-7000-8000-000000000002");
    private static readonly Guid Three = new("0198a000-0000-7000-8000-000000000003");
    private static readonly DateTimeOffset At = new(2026, 1, 5, 7, 30, 0, TimeSpan.FromHours(1));

    public static IReadOnlyList<IJournalEvent> All { get; } =
    [
        new AimSet(One, "Publish weekly", "To be read", At),
        new AimRevised(One, null, "To be found", At),
        new AimClosed(One, AimEnding.Superseded, "Two a week now", At),
        new BeliefStated(One, "Visibility is scrutiny", BeliefScope.WorthActingOn, 0.9, BeliefStance.Limits, BeliefOrigin.Extracted, Two, Three, At),
        new BeliefRated(One, 0.25, At),
        new BeliefChallenged(One, "Whose scrutiny?", At),
        new BeliefReplaced(One, Two, "Readers wrote back", At),
        new BeliefRetired(One, "No longer mine", At),
        new EvidenceLinked(One, Two, EvidenceDirection.Contradicts, Three, "Three friendly answers", At),
        new PracticeAdopted(One, "Écrire 500 mots", 3, 7, 500, "words", TargetBound.AtLeast, Silence.Missed, Two, At),
        new PracticeRevised(One, "Écrire", 5, 7, 300, "words", Two, At),
        new PracticeDropped(One, "Book done", At),
        new PracticeResumed(One, "A new book", At),
        new ExecutionFinished(One, Two, 0.5, 250.25, At.AddHours(-2), At.AddHours(-1), 4, 45, true, "Slow", At),
        new ExecutionMissed(One, Two, At.AddHours(-2), At.AddHours(-1), "Meetings", At),
        new ExecutionSkipped(One, Two, "Ill", At),
        new ExecutionLeftOpen(One, Two, "Asleep early, or not?", At),
        new OutcomeMoved(One, Two, "The clock was ahead", At),
        new OutcomeRetracted(One, Two, "Wrong day", At),
        new JournalEntryWritten(One, "I waited for the perfect draft. 😀", Layer.Thinking, Two, At),
        new EntryAmended(One, "I waited.", "Too long", At),
        new EntryRetracted(One, "Not so", At),
        new StateSampled(One, 1, 2, 3, 4, 5, -3, At),
        new PracticeSilenceChosen(One, Silence.InUse, At),
        new InterventionStartDrawn(One, new DateOnly(2026, 1, 12), 6, 2, At),
        new InterventionStarted(One, "Publish before nine", [Layer.Belief, Layer.Execution], Two, At),
        new InterventionEnded(One, "It runs by itself", At),
        new BeliefConfirmed(One, At),
        new ConstraintNominated(One, "more people see it", "how often I publish", ConstraintTemplate.VisibilityIsRisk, 2.5, [Two, Three], At),
        new ConstraintTested(One, Two, "Publish to ten people", ConstraintFinding.Refuted, At),
        new BeliefPredicted(One, Two, "Nobody will answer", 0.75, At.AddDays(14), At),
        new PredictionScored(One, Two, true, At),
        new DecisionOpened(One, "Publish weekly?", "content", ["weekly", "monthly"], At.AddHours(-1), [Two], Three, At),
        new DecisionReviewed(One, Two, true, "Asked three readers", 20.5, At),
        new DecisionMade(One, "weekly", 0.7, At),
        new DecisionReopened(One, "The editor left", At),
        new DecisionDropped(One, "No longer asked", At),
        new DecisionOutcomeReviewed(One, true, "It held for a quarter", At),
        new DecisionStandardSet(One, "hiring", 48, At),
        new PrioritiesRanked(One, ["write", "sell", "rest"], Two, At),
        new InterpretationLogged(One, InterpretationKind.Risk, "They will find the mistake", false, [Two], Three, Two, One, At),
        new SetbackInterpreted(One, SetbackReading.Method, "The outline was too long", true, [Two], Three, Two, At),
        new SignalNoticed(One, "Two clients asked for the same thing", Two, At),
        new SignalActedOn(One, "Wrote an offer", At),
        new SignalDismissed(One, Two, "Not this year", At),
        new CommitmentMade(One, "Send the draft", At.AddDays(1), At.AddDays(2), 45, 6, Two, Three, [One, Two], Three, At),
        new CommitmentReframed(One, Reframing.Postpone, At.AddDays(3), "Needs a figure", Cause.Knowledge, true, At),
        new CommitmentStarted(One, At),
        new CommitmentPaused(One, "Doubt", At),
        new CommitmentFinished(One, 5, 60.5, true, "Shorter than planned", At),
        new CommitmentMissed(One, "Meetings", Cause.Priority, false, At),
        new CommitmentSkipped(One, "Ill", Cause.Illness, At),
        new CommitmentCoded(One, Cause.Rationalisation, false, At),
        new DeliberationNoted(One, Two, "Should it be longer?", At),
        new PracticeFloorSet(One, 0.6, true, At),
        new OutcomeCoded(One, Two, Cause.Capacity, false, At),
        new CorrectionMade(One, 30, Two, "Wrong price", Three, At),
        new OperatorIntervened(One, 15, Two, "Restarted it", Three, At),
        new OutputRecorded(One, 3, "posts", 120, Two, "content", "A series", Three, At),
        new TimeSpent(One, 90, TimeMode.Designing, "content", Two, "Template", Three, At),
        new FocusSet(One, "content", 0.4, Two, At),
        new ProcessDefined(One, "Publishing", 7, true, "days to publish", 90, Two, At),
        new ProcessRevised(One, "Publish", 3, false, "posts a week", 45, At),
        new ProcessRun(One, Two, Runner.Other, true, false, 40.5, 3, 2, false, "By the assistant", At),
        new AmplifierApplied(One, AmplifierKind.Hire, "An editor", Two, Three, At),
        new LoadObserved(One, 3, 120, 9, 5, 6, 7, At),
        new DiagnosisStated(One, DiagnosisKind.Structural, ConstraintKind.Belief, "I hide drafts", Two, At),
        new DiagnosticAnswered(One, DiagnosticQuestion.WhatIsAvoided, 2, AnswerResult.Link, Two, "Sending", [Two, Three], Three, At),
        new DefectRaised(One, "Drafts wait", Layer.Belief, Two, [Three], [Two], 0.8, One, At),
        new DefectConfirmed(One, At),
        new DefectDismissed(One, "It was the flu", At),
        new DefectResolved(One, "Two months without", At),
        new SubjectMoved(One, "The clock was ahead", At),
        new SubjectRetracted(One, "Logged twice", At),
        new MomentLabelled(One, "Before the launch", At),
    ];
}
