using Journal.Interpretations;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Interpretations;

public sealed class AnInterpretation
{
    private static readonly Guid[] Beliefs = [Other];

    [Fact]
    public void It_cites_beliefs_and_what_it_is_about() =>
        Given<Observation<InterpretationLogged>>()
            .When(InterpretationDecider.Decide, new LogInterpretation(InterpretationKind.Risk, "They will see", false, Beliefs, Third, Other, Third))
            .Then(new InterpretationLogged(Id, InterpretationKind.Risk, "They will see", false, Beliefs, Third, Other, Third, Now));

    [Fact]
    public void A_kind_that_is_none_is_refused() =>
        Given<Observation<InterpretationLogged>>().When(InterpretationDecider.Decide, new LogInterpretation((InterpretationKind)9, "Text")).ThenRefused("kind.unknown");

    [Fact]
    public void It_needs_its_text() =>
        Given<Observation<InterpretationLogged>>().When(InterpretationDecider.Decide, new LogInterpretation(InterpretationKind.Risk, "")).ThenRefused("text.missing");

    [Fact]
    public void It_is_recorded_once() =>
        Given<Observation<InterpretationLogged>>(new InterpretationLogged(Id, InterpretationKind.Risk, "Text", null, [], null, null, null, Monday))
            .When(InterpretationDecider.Decide, new LogInterpretation(InterpretationKind.Risk, "Text")).ThenRefused("interpretation.exists", RefusalKind.Conflict);

    [Fact]
    public void A_setback_is_read_in_one_way_or_another() =>
        Given<Observation<SetbackInterpreted>>()
            .When(InterpretationDecider.Decide, new InterpretSetback(SetbackReading.Method, "Too long", true, Beliefs, Other, Third))
            .Then(new SetbackInterpreted(Id, SetbackReading.Method, "Too long", true, Beliefs, Other, Third, Now));

    [Fact]
    public void A_reading_that_is_none_is_refused() =>
        Given<Observation<SetbackInterpreted>>().When(InterpretationDecider.Decide, new InterpretSetback((SetbackReading)9, "Text")).ThenRefused("reading.unknown");

    [Fact]
    public void A_setback_is_recorded_once() =>
        Given<Observation<SetbackInterpreted>>(new SetbackInterpreted(Id, SetbackReading.Self, "Text", null, [], null, null, Monday))
            .When(InterpretationDecider.Decide, new InterpretSetback(SetbackReading.Self, "Text")).ThenRefused("setback.exists", RefusalKind.Conflict);
}
