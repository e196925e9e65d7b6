using Journal.Decisions;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Recording;
using Journal.Signals;

namespace Journal.Web.Subjects;

public static partial class JournalSubjects
{
    private static IEnumerable<SubjectKind> Thinking =>
    [
        new SubjectKind<DecisionCase, DecisionFact>("decision", "decisions", "What has to be decided.", typeof(DecisionOpened))
            .Begin<OpenDecision>("open", "Opens a decision.", DecisionDecider.Decide)
            .Then<ReviewDecision>("review", "Goes over it again, with a new fact or without.", DecisionDecider.Decide)
            .Then<MakeDecision>("make", "Decides it.", DecisionDecider.Decide)
            .Then<ReopenDecision>("reopen", "Opens a decision that was made or dropped again.", DecisionDecider.Decide)
            .Then<DropDecision>("drop", "It no longer has to be decided.", DecisionDecider.Decide)
            .Then<ReviewDecisionOutcome>("outcome", "Says whether the choice turned out right.", DecisionDecider.Decide)
            .Then<RetractSubject>("retract", Retracts, Retraction.Decide),
        Once<DecisionStandardSet, StandardFact, SetDecisionStandard>("standard", "standards", "Within how many hours decisions of a class are meant to be made.", "set", "Sets a standard.", StandardDecider.Decide),
        Once<PrioritiesRanked, RankingFact, RankPriorities>("ranking", "rankings", "What matters, the first most.", "add", "Ranks priorities.", PriorityDecider.Decide),
        Once<InterpretationLogged, InterpretationFact, LogInterpretation>(
            "interpretation", "interpretations", "How something is read: an opportunity, a risk, an inner dialogue, a framing.", "log", "Logs an interpretation.", InterpretationDecider.Decide),
        Once<SetbackInterpreted, SetbackFact, InterpretSetback>("setback", "setbacks", "What is made of something that did not work out.", "read", "Says how a setback is read.", InterpretationDecider.Decide),
        new SubjectKind<Signal, SignalFact>("signal", "signals", "Something noticed that may call for action.", typeof(SignalNoticed))
            .Begin<NoticeSignal>("notice", "Notes a signal.", SignalDecider.Decide)
            .Then<ActOnSignal>("act", "It was acted on.", SignalDecider.Decide)
            .Then<DismissSignal>("dismiss", "Sets it aside on purpose.", SignalDecider.Decide)
            .Then<RetractSubject>("retract", Retracts, Retraction.Decide),
    ];

    private const string Retracts = "Takes it out of every figure; it stays in the history.";

    // Most things are said once and at most taken back.
    private static SubjectKind<Observation<TEvent>, TFact> Once<TEvent, TFact, TCommand>(
        string word, string plural, string summary, string verb, string does, Func<TCommand, Observation<TEvent>?, DateTimeOffset, Verdict> decide)
        where TEvent : class, IJournalEvent
        where TFact : Fact
        where TCommand : Command =>
        new SubjectKind<Observation<TEvent>, TFact>(word, plural, summary, typeof(TEvent)).Begin(verb, does, decide).Then<RetractSubject>("retract", Retracts, Retraction.Decide);
}
