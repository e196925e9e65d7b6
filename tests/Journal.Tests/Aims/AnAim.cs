using Journal.Aims;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Aims;

public sealed class AnAim
{
    private static readonly AimSet Set = new(Id, "Publish weekly", null, Monday);

    [Fact]
    public void It_is_set_now_when_no_time_is_given() =>
        Given<Aim>().When(AimDecider.Decide, new SetAim("Publish weekly", "To be read")).Then(new AimSet(Id, "Publish weekly", "To be read", Now));

    [Fact]
    public void It_is_set_at_the_time_that_is_given() =>
        Given<Aim>().When(AimDecider.Decide, new SetAim("Publish weekly") { OccurredAt = Tuesday }).Then(new AimSet(Id, "Publish weekly", null, Tuesday));

    [Theory]
    [InlineData(null, "title.missing")]
    [InlineData("", "title.missing")]
    [InlineData(" \n", "title.missing")]
    [InlineData("a\0b", "title.encoding")]
    public void A_title_that_says_nothing_or_cannot_be_stored_is_refused(string? title, string code) =>
        Given<Aim>().When(AimDecider.Decide, new SetAim(title!)).ThenRefused(code);

    // An attribute cannot hold it: metadata is UTF-8.
    [Fact]
    public void Half_of_a_surrogate_pair_cannot_be_stored() =>
        Given<Aim>().When(AimDecider.Decide, new SetAim("half " + '\ud83d')).ThenRefused("title.encoding");

    [Fact]
    public void A_title_of_200_characters_is_the_longest()
    {
        Given<Aim>().When(AimDecider.Decide, new SetAim(new string('x', 200))).Then(new AimSet(Id, new string('x', 200), null, Now));
        Given<Aim>().When(AimDecider.Decide, new SetAim(new string('x', 201))).ThenRefused("title.length");
    }

    [Fact]
    public void A_whole_surrogate_pair_is_text_like_any_other() =>
        Given<Aim>().When(AimDecider.Decide, new SetAim("Run 🏃")).Then(new AimSet(Id, "Run 🏃", null, Now));

    [Fact]
    public void The_day_after_tomorrow_is_refused() =>
        Given<Aim>().When(AimDecider.Decide, new SetAim("Publish") { OccurredAt = Now.AddDays(1.01) }).ThenRefused("time.future");

    [Fact]
    public void A_time_before_1900_is_refused() =>
        Given<Aim>().When(AimDecider.Decide, new SetAim("Publish") { OccurredAt = new DateTimeOffset(1899, 12, 31, 0, 0, 0, TimeSpan.Zero) }).ThenRefused("time.range");

    [Fact]
    public void It_cannot_be_set_twice() => Given<Aim>(Set).When(AimDecider.Decide, new SetAim("Publish")).ThenRefused("aim.exists", RefusalKind.Conflict);

    [Fact]
    public void It_can_be_worded_anew() =>
        Given<Aim>(Set).When(AimDecider.Decide, new ReviseAim(Why: "To be read")).Then(new AimRevised(Id, null, "To be read", Now));

    [Fact]
    public void A_revision_that_changes_nothing_is_refused() => Given<Aim>(Set).When(AimDecider.Decide, new ReviseAim()).ThenRefused("aim.unchanged");

    [Fact]
    public void One_that_is_not_there_cannot_be_revised() =>
        Given<Aim>().When(AimDecider.Decide, new ReviseAim("Publish")).ThenRefused("aim.unknown", RefusalKind.Unknown);

    [Fact]
    public void It_can_be_closed() =>
        Given<Aim>(Set).When(AimDecider.Decide, new CloseAim(AimEnding.Reached)).Then(new AimClosed(Id, AimEnding.Reached, null, Now));

    [Fact]
    public void Closing_it_again_changes_nothing() =>
        Given<Aim>(Set, new AimClosed(Id, AimEnding.Reached, null, Tuesday)).When(AimDecider.Decide, new CloseAim(AimEnding.Reached)).ThenNothing();

    [Fact]
    public void A_closed_one_is_not_revised() =>
        Given<Aim>(Set, new AimClosed(Id, AimEnding.Reached, null, Tuesday)).When(AimDecider.Decide, new ReviseAim("Publish")).ThenRefused("aim.closed", RefusalKind.Conflict);

    [Fact]
    public void An_ending_that_is_no_ending_is_refused() =>
        Given<Aim>(Set).When(AimDecider.Decide, new CloseAim((AimEnding)9)).ThenRefused("ending.unknown");
}
