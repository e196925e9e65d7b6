using Journal.Decisions;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Decisions;

public sealed class ADecision
{
    private static readonly DecisionOpened Opened = new(Id, "Publish weekly?", null, [], null, [], null, Monday);
    private static readonly DecisionReviewed Reviewed = new(Id, Other, false, null, null, Tuesday);
    private static readonly DecisionMade Made = new(Id, "yes", 0.7, Tuesday);
    private static readonly DecisionDropped Dropped = new(Id, null, Tuesday);
    private static readonly DecisionReopened Reopened = new(Id, null, Tuesday);

    [Fact]
    public void It_is_opened_with_what_is_known_of_it()
    {
        string[] options = ["weekly", "monthly"];
        Guid[] beliefs = [Other];
        Given<DecisionCase>()
            .When(DecisionDecider.Decide, new OpenDecision("Publish weekly?", "content", options, Monday, beliefs, Third))
            .Then(new DecisionOpened(Id, "Publish weekly?", "content", options, Monday, beliefs, Third, Now));
    }

    [Fact]
    public void Its_question_is_enough() => Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Publish weekly?")).Then(Opened with { OccurredAt = Now });

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision(" ")).ThenRefused("question.missing");
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Why?", "")).ThenRefused("class.missing");
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Why?", Options: ["a", ""])).ThenRefused("options.missing");
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Why?", Options: [.. Enumerable.Repeat("a", 51)])).ThenRefused("options.length");
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Why?", TriggeredAt: Now.AddDays(2))).ThenRefused("time.future");
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Why?", BeliefIds: [Guid.Empty])).ThenRefused("beliefIds.missing");
        Given<DecisionCase>().When(DecisionDecider.Decide, new OpenDecision("Why?", BeliefIds: new Guid[101])).ThenRefused("beliefIds.length");
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new ReviewDecision(Other, Minutes: double.NaN)).ThenRefused("minutes.range");
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new ReviewDecision(Other, Note: "")).ThenRefused("note.missing");
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new MakeDecision("")).ThenRefused("choice.missing");
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new MakeDecision("yes", double.NaN)).ThenRefused("confidence.range");
    }

    [Fact]
    public void It_is_opened_once() => Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new OpenDecision("Again?")).ThenRefused("decision.exists", RefusalKind.Conflict);

    [Fact]
    public void A_review_is_recorded_once()
    {
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new ReviewDecision(Other)).Then(Reviewed with { OccurredAt = Now });
        Given<DecisionCase>(Opened, Reviewed).When(DecisionDecider.Decide, new ReviewDecision(Other, NewFact: true)).ThenRefused("review.exists", RefusalKind.Conflict);
        Given<DecisionCase>(Opened, Reviewed)
            .When(DecisionDecider.Decide, new ReviewDecision(Third, true, "Asked readers", 20))
            .Then(new DecisionReviewed(Id, Third, true, "Asked readers", 20, Now));
    }

    [Fact]
    public void Once_made_or_dropped_it_is_neither_reviewed_nor_made()
    {
        foreach (var closed in new IJournalEvent[] { Made, Dropped })
        {
            Given<DecisionCase>(Opened, closed).When(DecisionDecider.Decide, new ReviewDecision(Other)).ThenRefused("decision.closed", RefusalKind.Conflict);
            Given<DecisionCase>(Opened, closed).When(DecisionDecider.Decide, new MakeDecision("no")).ThenRefused("decision.closed", RefusalKind.Conflict);
        }
    }

    [Fact]
    public void One_that_was_made_cannot_be_dropped() =>
        Given<DecisionCase>(Opened, Made).When(DecisionDecider.Decide, new DropDecision()).ThenRefused("decision.closed", RefusalKind.Conflict);

    [Fact]
    public void Dropping_it_twice_changes_nothing()
    {
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new DropDecision("Moot")).Then(new DecisionDropped(Id, "Moot", Now));
        Given<DecisionCase>(Opened, Dropped).When(DecisionDecider.Decide, new DropDecision()).ThenNothing();
    }

    [Fact]
    public void Reopened_it_can_be_made_again()
    {
        Given<DecisionCase>(Opened, Made).When(DecisionDecider.Decide, new ReopenDecision("The editor left")).Then(new DecisionReopened(Id, "The editor left", Now));
        Given<DecisionCase>(Opened, Made, Reopened).When(DecisionDecider.Decide, new MakeDecision("no", 0.6)).Then(new DecisionMade(Id, "no", 0.6, Now));
    }

    [Fact]
    public void Reopening_one_that_is_open_changes_nothing()
    {
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, new ReopenDecision()).ThenNothing();
        Given<DecisionCase>(Opened, Dropped, Reopened).When(DecisionDecider.Decide, new ReopenDecision()).ThenNothing();
    }

    [Fact]
    public void Its_outcome_is_reviewed_once_it_was_made()
    {
        var review = new ReviewDecisionOutcome(CameTrue: true, "It held");
        Given<DecisionCase>(Opened).When(DecisionDecider.Decide, review).ThenRefused("decision.unmade", RefusalKind.Conflict);
        Given<DecisionCase>(Opened, Dropped).When(DecisionDecider.Decide, review).ThenRefused("decision.unmade", RefusalKind.Conflict);
        Given<DecisionCase>(Opened, Made).When(DecisionDecider.Decide, review).Then(new DecisionOutcomeReviewed(Id, true, "It held", Now));
        Given<DecisionCase>(Opened, Made, Reopened).When(DecisionDecider.Decide, review).Then(new DecisionOutcomeReviewed(Id, true, "It held", Now));
    }

    [Fact]
    public void Nothing_can_be_said_about_one_that_is_not_there()
    {
        Given<DecisionCase>().When(DecisionDecider.Decide, new ReviewDecision(Other)).ThenRefused("decision.unknown", RefusalKind.Unknown);
        Given<DecisionCase>().When(DecisionDecider.Decide, new MakeDecision("yes")).ThenRefused("decision.unknown", RefusalKind.Unknown);
        Given<DecisionCase>().When(DecisionDecider.Decide, new ReopenDecision()).ThenRefused("decision.unknown", RefusalKind.Unknown);
        Given<DecisionCase>().When(DecisionDecider.Decide, new DropDecision()).ThenRefused("decision.unknown", RefusalKind.Unknown);
        Given<DecisionCase>().When(DecisionDecider.Decide, new ReviewDecisionOutcome(true)).ThenRefused("decision.unknown", RefusalKind.Unknown);
    }
}
