using Journal.Beliefs;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Beliefs;

public sealed class ABelief
{
    private static readonly BeliefStated Stated =
        new(Id, "Visibility is scrutiny", BeliefScope.Safe, 0.9, BeliefStance.Limits, BeliefOrigin.Explicit, Third, null, Monday);

    private static readonly BeliefRetired Retired = new(Id, null, Tuesday);

    [Fact]
    public void It_is_stated_with_scope_and_strength() =>
        Given<Belief>()
            .When(BeliefDecider.Decide, new StateBelief("Visibility is scrutiny", BeliefScope.Safe, 0.9, BeliefStance.Limits, AimId: Third))
            .Then(Stated with { OccurredAt = Now });

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_that_is_no_share_is_refused(double strength)
    {
        Given<Belief>().When(BeliefDecider.Decide, new StateBelief("Text", BeliefScope.Safe, strength)).ThenRefused("strength.range");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new RateBelief(strength)).ThenRefused("strength.range");
    }

    [Fact]
    public void It_mentions_the_aim_it_is_about() =>
        Assert.Equal([new Reference("aim", Third)], new StateBelief("Text", BeliefScope.Safe, AimId: Third).References());

    [Fact]
    public void It_can_be_rated_anew() => Given<Belief>(Stated).When(BeliefDecider.Decide, new RateBelief(0.4)).Then(new BeliefRated(Id, 0.4, Now));

    [Fact]
    public void It_can_be_challenged_and_stays_active()
    {
        var challenged = new BeliefChallenged(Id, "Who said so?", Tuesday);
        Given<Belief>(Stated).When(BeliefDecider.Decide, new ChallengeBelief("Who said so?")).Then(challenged with { OccurredAt = Now });
        Given<Belief>(Stated, challenged).When(BeliefDecider.Decide, new RateBelief(0.4)).Then(new BeliefRated(Id, 0.4, Now));
    }

    [Fact]
    public void A_replacement_takes_its_scope_and_aim_and_names_it() =>
        Given<Belief>(Stated)
            .When(BeliefDecider.Decide, new ReplaceBelief(Other, "Visibility is service", 0.6))
            .Then(
                new BeliefReplaced(Id, Other, null, Now),
                new BeliefStated(Other, "Visibility is service", BeliefScope.Safe, 0.6, BeliefStance.Serves, BeliefOrigin.Explicit, Third, Id, Now));

    [Fact]
    public void It_cannot_replace_itself() =>
        Given<Belief>(Stated).When(BeliefDecider.Decide, new ReplaceBelief(Id, "Visibility is service")).ThenRefused("replacement.same");

    [Fact]
    public void Once_replaced_it_is_rated_no_more() =>
        Given<Belief>(Stated, new BeliefReplaced(Id, Other, null, Tuesday)).When(BeliefDecider.Decide, new RateBelief(0.1)).ThenRefused("belief.inactive", RefusalKind.Conflict);

    [Fact]
    public void Retiring_it_twice_changes_nothing()
    {
        Given<Belief>(Stated).When(BeliefDecider.Decide, new RetireBelief()).Then(Retired with { OccurredAt = Now });
        Given<Belief>(Stated, Retired).When(BeliefDecider.Decide, new RetireBelief()).ThenNothing();
    }

    [Fact]
    public void Evidence_may_still_be_linked_to_one_that_is_held_no_more() =>
        Given<Belief>(Stated, Retired)
            .When(BeliefDecider.Decide, new LinkEvidence(Other, EvidenceDirection.Contradicts, SourceId: Third))
            .Then(new EvidenceLinked(Id, Other, EvidenceDirection.Contradicts, Third, null, Now));

    [Fact]
    public void Evidence_without_source_and_note_is_refused() =>
        Given<Belief>(Stated).When(BeliefDecider.Decide, new LinkEvidence(Other, EvidenceDirection.Supports)).ThenRefused("evidence.empty");

    [Fact]
    public void Nothing_can_be_said_about_one_that_is_not_there()
    {
        Given<Belief>().When(BeliefDecider.Decide, new RateBelief(0.5)).ThenRefused("belief.unknown", RefusalKind.Unknown);
        Given<Belief>().When(BeliefDecider.Decide, new ChallengeBelief("Why?")).ThenRefused("belief.unknown", RefusalKind.Unknown);
        Given<Belief>().When(BeliefDecider.Decide, new ReplaceBelief(Other, "Text")).ThenRefused("belief.unknown", RefusalKind.Unknown);
        Given<Belief>().When(BeliefDecider.Decide, new RetireBelief()).ThenRefused("belief.unknown", RefusalKind.Unknown);
        Given<Belief>().When(BeliefDecider.Decide, new LinkEvidence(Other, EvidenceDirection.Supports, Third)).ThenRefused("belief.unknown", RefusalKind.Unknown);
    }
}
