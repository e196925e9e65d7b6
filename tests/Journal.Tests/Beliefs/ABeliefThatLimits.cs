using Journal.Beliefs;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Beliefs;

public sealed class ABeliefThatLimits
{
    private static readonly BeliefStated Stated =
        new(Id, "Visibility is scrutiny", BeliefScope.Safe, 0.9, BeliefStance.Limits, BeliefOrigin.Explicit, null, null, Monday);

    [Fact]
    public void It_is_named_in_the_person_s_own_words()
    {
        Guid[] constrains = [Other];
        Given<Belief>(Stated)
            .When(BeliefDecider.Decide, new NominateConstraint("people see it", "how often I publish", null, 2.5, constrains))
            .Then(new ConstraintNominated(Id, "people see it", "how often I publish", null, 2.5, constrains, Now));
    }

    [Fact]
    [Trait("capability", "C63")]
    [Trait("capability", "C64")]
    [Trait("capability", "C65")]
    public void A_template_gives_the_words_that_are_left_out()
    {
        var template = ConstraintTemplates.Of(ConstraintTemplate.VisibilityIsRisk)!;
        Given<Belief>(Stated)
            .When(BeliefDecider.Decide, new NominateConstraint(Template: template.Template))
            .Then(new ConstraintNominated(Id, template.If, template.Limits, template.Template, null, [], Now));
        Given<Belief>(Stated)
            .When(BeliefDecider.Decide, new NominateConstraint(Limits: "how much I show", Template: template.Template))
            .Then(new ConstraintNominated(Id, template.If, "how much I show", template.Template, null, [], Now));
    }

    [Fact]
    public void Every_template_has_its_words_and_its_signature() =>
        Assert.Equal(Enum.GetValues<ConstraintTemplate>(), ConstraintTemplates.All.Select(wording => wording.Template));

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<Belief>(Stated).When(BeliefDecider.Decide, new NominateConstraint()).ThenRefused("if.missing");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new NominateConstraint("people see it")).ThenRefused("limits.missing");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new NominateConstraint(Template: (ConstraintTemplate)99)).ThenRefused("template.unknown");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new NominateConstraint("a", "b", Ceiling: double.NaN)).ThenRefused("ceiling.range");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new NominateConstraint("a", "b", Constrains: new Guid[101])).ThenRefused("constrains.length");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new TestConstraint(Other, "", ConstraintFinding.Unclear)).ThenRefused("test.missing");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new TestConstraint(Other, "Publish", (ConstraintFinding)9)).ThenRefused("finding.unknown");
    }

    [Fact]
    public void A_test_of_it_is_recorded_once()
    {
        var tested = new ConstraintTested(Id, Other, "Publish to ten", ConstraintFinding.Refuted, Now);
        Given<Belief>(Stated).When(BeliefDecider.Decide, new TestConstraint(Other, "Publish to ten", ConstraintFinding.Refuted)).Then(tested);
        Given<Belief>(Stated, tested).When(BeliefDecider.Decide, new TestConstraint(Other, "Again", ConstraintFinding.Unclear)).ThenRefused("test.exists", RefusalKind.Conflict);
    }

    [Fact]
    public void One_that_is_held_no_more_limits_no_more()
    {
        var retired = Given<Belief>(Stated, new BeliefRetired(Id, null, Tuesday));
        retired.When(BeliefDecider.Decide, new NominateConstraint("a", "b")).ThenRefused("belief.inactive", RefusalKind.Conflict);
        retired.When(BeliefDecider.Decide, new TestConstraint(Other, "Publish", ConstraintFinding.Unclear)).ThenRefused("belief.inactive", RefusalKind.Conflict);
    }

    [Fact]
    public void One_that_is_not_there_limits_nothing()
    {
        Given<Belief>().When(BeliefDecider.Decide, new NominateConstraint("a", "b")).ThenRefused("belief.unknown", RefusalKind.Unknown);
        Given<Belief>().When(BeliefDecider.Decide, new TestConstraint(Other, "Publish", ConstraintFinding.Unclear)).ThenRefused("belief.unknown", RefusalKind.Unknown);
    }
}
