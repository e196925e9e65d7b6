using Journal.Interventions;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Interventions;

public sealed class AnIntervention
{
    private static readonly InterventionStarted Started = new(Id, "Publish before nine", [Layer.Execution], null, Monday);

    [Fact]
    public void Its_layers_are_kept_once_each_and_in_order()
    {
        var verdict = InterventionDecider.Decide(new StartIntervention("Reframe", [Layer.Thinking, Layer.Belief, Layer.Thinking]) { Id = Id }, null, Now);
        Assert.Equal([Layer.Belief, Layer.Thinking], Assert.IsType<InterventionStarted>(Assert.Single(verdict.Events)).Layers);
    }

    [Fact]
    public void It_must_aim_at_a_layer()
    {
        Given<Intervention>().When(InterventionDecider.Decide, new StartIntervention("Reframe", [])).ThenRefused("layers.missing");
        Given<Intervention>().When(InterventionDecider.Decide, new StartIntervention("Reframe", null!)).ThenRefused("layers.missing");
        Given<Intervention>().When(InterventionDecider.Decide, new StartIntervention("Reframe", [(Layer)5])).ThenRefused("layers.unknown");
    }

    [Fact]
    public void It_ends_once()
    {
        var ended = new InterventionEnded(Id, null, Now);
        Given<Intervention>(Started).When(InterventionDecider.Decide, new EndIntervention()).Then(ended);
        Given<Intervention>(Started, ended).When(InterventionDecider.Decide, new EndIntervention()).ThenNothing();
    }

    [Fact]
    public void One_that_is_not_there_cannot_end() =>
        Given<Intervention>().When(InterventionDecider.Decide, new EndIntervention()).ThenRefused("intervention.unknown", RefusalKind.Unknown);
}
