using Journal.Beliefs;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Beliefs;

public sealed class ACandidateBelief
{
    private static readonly BeliefStated Inferred =
        new(Id, "Visibility is scrutiny", BeliefScope.Safe, 0.5, BeliefStance.Limits, BeliefOrigin.Inferred, null, null, Monday);

    [Fact]
    public void It_is_confirmed_once()
    {
        Given<Belief>(Inferred).When(BeliefDecider.Decide, new ConfirmBelief()).Then(new BeliefConfirmed(Id, Now));
        Given<Belief>(Inferred, new BeliefConfirmed(Id, Tuesday)).When(BeliefDecider.Decide, new ConfirmBelief()).ThenNothing();
    }

    [Fact]
    public void One_the_person_stated_needs_no_confirming() =>
        Given<Belief>(Inferred with { Origin = BeliefOrigin.Explicit }).When(BeliefDecider.Decide, new ConfirmBelief()).ThenNothing();

    [Fact]
    public void One_that_was_retired_is_not_confirmed() =>
        Given<Belief>(Inferred, new BeliefRetired(Id, null, Tuesday)).When(BeliefDecider.Decide, new ConfirmBelief()).ThenRefused("belief.inactive", RefusalKind.Conflict);

    [Fact]
    public void One_that_is_not_there_is_not_confirmed() =>
        Given<Belief>().When(BeliefDecider.Decide, new ConfirmBelief()).ThenRefused("belief.unknown", RefusalKind.Unknown);
}
