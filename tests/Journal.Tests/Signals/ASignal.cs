using Journal.Recording;
using Journal.Signals;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Signals;

public sealed class ASignal
{
    private static readonly SignalNoticed Noticed = new(Id, "Two clients asked", null, Monday);
    private static readonly SignalActedOn Acted = new(Id, null, Tuesday);
    private static readonly SignalDismissed Dismissed = new(Id, Other, null, Tuesday);

    [Fact]
    public void It_is_noticed_once()
    {
        Given<Signal>().When(SignalDecider.Decide, new NoticeSignal("Two clients asked")).Then(Noticed with { OccurredAt = Now });
        Given<Signal>(Noticed).When(SignalDecider.Decide, new NoticeSignal("Again")).ThenRefused("signal.exists", RefusalKind.Conflict);
        Given<Signal>().When(SignalDecider.Decide, new NoticeSignal("")).ThenRefused("text.missing");
    }

    [Fact]
    public void Acting_on_it_twice_changes_nothing()
    {
        Given<Signal>(Noticed).When(SignalDecider.Decide, new ActOnSignal("Wrote an offer")).Then(new SignalActedOn(Id, "Wrote an offer", Now));
        Given<Signal>(Noticed, Acted).When(SignalDecider.Decide, new ActOnSignal()).ThenNothing();
        Given<Signal>(Noticed).When(SignalDecider.Decide, new ActOnSignal("")).ThenRefused("action.missing");
    }

    [Fact]
    public void It_is_set_aside_by_a_belief_and_once()
    {
        Given<Signal>(Noticed).When(SignalDecider.Decide, new DismissSignal(Other, "Not now")).Then(new SignalDismissed(Id, Other, "Not now", Now));
        Given<Signal>(Noticed, Dismissed).When(SignalDecider.Decide, new DismissSignal()).ThenNothing();
    }

    [Fact]
    public void One_that_was_set_aside_may_still_be_acted_on() =>
        Given<Signal>(Noticed, Dismissed).When(SignalDecider.Decide, new ActOnSignal()).Then(Acted with { OccurredAt = Now });

    [Fact]
    public void One_that_was_acted_on_is_not_set_aside() =>
        Given<Signal>(Noticed, Acted).When(SignalDecider.Decide, new DismissSignal()).ThenRefused("signal.acted", RefusalKind.Conflict);

    [Fact]
    public void One_that_is_not_there_is_neither_acted_on_nor_set_aside()
    {
        Given<Signal>().When(SignalDecider.Decide, new ActOnSignal()).ThenRefused("signal.unknown", RefusalKind.Unknown);
        Given<Signal>().When(SignalDecider.Decide, new DismissSignal()).ThenRefused("signal.unknown", RefusalKind.Unknown);
    }
}
