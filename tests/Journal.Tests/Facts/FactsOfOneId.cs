using Journal.Beliefs;
using Journal.Facts;
using Journal.Practices;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Facts;

public sealed class FactsOfOneId
{
    private static readonly ExecutionSkipped Skipped = new(Id, Third, "Ill", Monday);

    [Fact]
    public void An_outcome_of_another_practice_is_another_fact() =>
        Assert.NotEqual(FactFold.Place(Skipped)?.Key(), FactFold.Place(Skipped with { PracticeId = Other })?.Key());

    [Fact]
    public void An_outcome_and_its_retraction_are_about_one_fact() =>
        Assert.Equal(FactFold.Place(Skipped)?.Key(), FactFold.Place(new OutcomeRetracted(Id, Third, null, Monday))?.Key());

    [Fact]
    public void Evidence_for_another_belief_is_another_fact()
    {
        var linked = new EvidenceLinked(Id, Third, EvidenceDirection.Supports, null, "Seen", Monday);
        Assert.NotEqual(FactFold.Place(linked)?.Key(), FactFold.Place(linked with { BeliefId = Other })?.Key());
    }
}
