using Journal.Growth;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Growth;

public sealed class AmplifiersAndLoad
{
    [Fact]
    public void An_amplifier_is_of_a_kind_and_may_work_on_a_process()
    {
        Given<Observation<AmplifierApplied>>()
            .When(GrowthDecider.Decide, new ApplyAmplifier(AmplifierKind.Hire, "An editor", Other, Third))
            .Then(new AmplifierApplied(Id, AmplifierKind.Hire, "An editor", Other, Third, Now));
        Given<Observation<AmplifierApplied>>().When(GrowthDecider.Decide, new ApplyAmplifier((AmplifierKind)9)).ThenRefused("kind.unknown");
        Given<Observation<AmplifierApplied>>().When(GrowthDecider.Decide, new ApplyAmplifier(AmplifierKind.Hire, "")).ThenRefused("title.missing");
    }

    [Fact]
    public void A_load_keeps_what_was_asked_and_leaves_the_rest_open() =>
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(TeamSize: 0, Pressure: 7)).Then(new LoadObserved(Id, 0, null, null, null, 7, null, Now));

    [Fact]
    public void A_load_of_nothing_is_refused() => Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad()).ThenRefused("load.empty");

    [Fact]
    public void A_count_or_rating_off_its_scale_is_refused()
    {
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(TeamSize: -1)).ThenRefused("teamSize.range");
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(Messages: 1_000_001)).ThenRefused("messages.range");
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(Opportunities: -1)).ThenRefused("opportunities.range");
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(Visibility: 0)).ThenRefused("visibility.range");
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(Pressure: 8)).ThenRefused("pressure.range");
        Given<Observation<LoadObserved>>().When(GrowthDecider.Decide, new ObserveLoad(Expectation: 8)).ThenRefused("expectation.range");
    }

    [Fact]
    public void Each_is_recorded_once()
    {
        Given<Observation<AmplifierApplied>>(new AmplifierApplied(Id, AmplifierKind.Tool, null, null, null, Monday))
            .When(GrowthDecider.Decide, new ApplyAmplifier(AmplifierKind.Tool)).ThenRefused("amplifier.exists", RefusalKind.Conflict);
        Given<Observation<LoadObserved>>(new LoadObserved(Id, 1, null, null, null, null, null, Monday))
            .When(GrowthDecider.Decide, new ObserveLoad(1)).ThenRefused("load.exists", RefusalKind.Conflict);
    }
}
