using Journal.Diagnosis;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Diagnosis;

public sealed class ADefect
{
    private static readonly DefectRaised Raised = new(Id, "Drafts wait", null, null, [], [], null, null, Monday);
    private static readonly DefectConfirmed Confirmed = new(Id, Tuesday);
    private static readonly DefectDismissed Dismissed = new(Id, null, Tuesday);
    private static readonly DefectResolved Resolved = new(Id, null, Tuesday);
    private static readonly Guid[] Ids = [Other];

    [Fact]
    public void It_is_raised_without_a_layer_while_it_is_unattributed() =>
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Drafts wait")).Then(Raised with { OccurredAt = Now });

    [Fact]
    public void In_a_layer_it_shows_in_something_and_is_traced_to_something()
    {
        Given<Defect>()
            .When(DefectDecider.Decide, new RaiseDefect("Drafts wait", Layer.Belief, Third, Ids, Ids, 0.8, Third))
            .Then(new DefectRaised(Id, "Drafts wait", Layer.Belief, Third, Ids, Ids, 0.8, Third, Now));
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Drafts wait", Layer.Belief)).ThenRefused("defect.unattributed");
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Drafts wait", Layer.Belief, ExecutionIds: Ids)).ThenRefused("defect.unattributed");
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Drafts wait", Layer.Belief, ExecutionIds: [], UpstreamIds: Ids)).ThenRefused("defect.unattributed");
    }

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("")).ThenRefused("title.missing");
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Text", (Layer)9)).ThenRefused("layer.unknown");
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Text", ExecutionIds: new Guid[101])).ThenRefused("executionIds.length");
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Text", UpstreamIds: [Guid.Empty])).ThenRefused("upstreamIds.missing");
        Given<Defect>().When(DefectDecider.Decide, new RaiseDefect("Text", Confidence: double.NaN)).ThenRefused("confidence.range");
        Given<Defect>(Raised).When(DefectDecider.Decide, new DismissDefect("")).ThenRefused("reason.missing");
        Given<Defect>(Raised).When(DefectDecider.Decide, new ResolveDefect("")).ThenRefused("note.missing");
    }

    [Fact]
    public void It_is_raised_once() => Given<Defect>(Raised).When(DefectDecider.Decide, new RaiseDefect("Again")).ThenRefused("defect.exists", RefusalKind.Conflict);

    [Fact]
    public void Confirming_it_twice_changes_nothing()
    {
        Given<Defect>(Raised).When(DefectDecider.Decide, new ConfirmDefect()).Then(Confirmed with { OccurredAt = Now });
        Given<Defect>(Raised, Confirmed).When(DefectDecider.Decide, new ConfirmDefect()).ThenNothing();
    }

    [Fact]
    public void One_that_was_confirmed_may_turn_out_to_be_none()
    {
        Given<Defect>(Raised, Confirmed).When(DefectDecider.Decide, new DismissDefect("It was the flu")).Then(new DefectDismissed(Id, "It was the flu", Now));
        Given<Defect>(Raised, Dismissed).When(DefectDecider.Decide, new DismissDefect()).ThenNothing();
    }

    [Fact]
    public void Resolving_it_twice_changes_nothing()
    {
        Given<Defect>(Raised, Confirmed).When(DefectDecider.Decide, new ResolveDefect("Two months without")).Then(new DefectResolved(Id, "Two months without", Now));
        Given<Defect>(Raised, Confirmed, Resolved).When(DefectDecider.Decide, new ResolveDefect()).ThenNothing();
    }

    [Fact]
    public void Once_dismissed_or_resolved_it_stays_so()
    {
        Given<Defect>(Raised, Dismissed).When(DefectDecider.Decide, new ConfirmDefect()).ThenRefused("defect.closed", RefusalKind.Conflict);
        Given<Defect>(Raised, Dismissed).When(DefectDecider.Decide, new ResolveDefect()).ThenRefused("defect.closed", RefusalKind.Conflict);
        Given<Defect>(Raised, Resolved).When(DefectDecider.Decide, new ConfirmDefect()).ThenRefused("defect.closed", RefusalKind.Conflict);
        Given<Defect>(Raised, Resolved).When(DefectDecider.Decide, new DismissDefect()).ThenRefused("defect.closed", RefusalKind.Conflict);
    }

    [Fact]
    public void Nothing_can_be_said_about_one_that_is_not_there()
    {
        Given<Defect>().When(DefectDecider.Decide, new ConfirmDefect()).ThenRefused("defect.unknown", RefusalKind.Unknown);
        Given<Defect>().When(DefectDecider.Decide, new DismissDefect()).ThenRefused("defect.unknown", RefusalKind.Unknown);
        Given<Defect>().When(DefectDecider.Decide, new ResolveDefect()).ThenRefused("defect.unknown", RefusalKind.Unknown);
    }
}
