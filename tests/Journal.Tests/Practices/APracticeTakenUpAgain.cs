using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Weeks;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Practices;

public sealed class APracticeTakenUpAgain
{
    private static readonly PracticeAdopted Adopted = new(Id, "Run", 1, 1, null, null, TargetBound.AtLeast, Silence.Missed, null, Monday);
    private static readonly PracticeDropped Dropped = new(Id, null, Monday.AddDays(9));
    private static readonly PracticeResumed Resumed = new(Id, null, Monday.AddDays(21));

    [Fact]
    public void It_is_revised_again()
    {
        Given<Practice>(Adopted, Dropped).When(PracticeDecider.Decide, new ResumePractice("A new year")).Then(new PracticeResumed(Id, "A new year", Now));
        Given<Practice>(Adopted, Dropped, Resumed).When(PracticeDecider.Decide, new RevisePractice(Times: 2))
            .Then(new PracticeRevised(Id, null, 2, null, null, null, null, Now));
    }

    [Fact]
    public void One_that_goes_on_is_not_taken_up_twice()
    {
        Given<Practice>(Adopted).When(PracticeDecider.Decide, new ResumePractice()).ThenNothing();
        Given<Practice>().When(PracticeDecider.Decide, new ResumePractice()).ThenRefused("practice.unknown", RefusalKind.Unknown);
    }

    // Mondays 5, 12, 19 and 26 January: seven days of misses, three of them with the day it was given up, none, and seven again.
    [Fact]
    public void What_lies_between_was_not_due()
    {
        var weeks = Weeks(Fold(Adopted, Dropped, Resumed));
        Assert.Equal([7, 3, 0, 7], weeks.Select(week => week.Missed));
        Assert.Equal([0.0, null, null, 0.0], weeks.Select(week => week.Adherence));
    }

    [Fact]
    public void It_can_be_given_up_again()
    {
        var practice = Fold(Adopted, Dropped, Resumed, Dropped with { OccurredAt = Monday.AddDays(24) });
        Assert.Equal((Monday.AddDays(24), new Pause(Dropped.OccurredAt, Resumed.OccurredAt)), (practice.DroppedAt!.Value, Assert.Single(practice.Pauses!)));
        Assert.Equal([7, 3, 0, 4], Weeks(practice).Select(week => week.Missed));
    }

    [Fact]
    public void Before_that_it_was_given_up()
    {
        var practice = (PracticeFact)Fold(Adopted, Dropped, Resumed).Until(ValidTime.EndOf(new DateOnly(2026, 1, 20)));
        Assert.Equal((Dropped.OccurredAt, null), (practice.DroppedAt, practice.Pauses));
    }

    private static IReadOnlyList<PracticeWeek> Weeks(PracticeFact practice) => WeeklyAdherence.Of(practice, [], new DateOnly(2026, 2, 1), RuleSet.Default);

    private static PracticeFact Fold(params IJournalEvent[] events) =>
        events.Aggregate((PracticeFact?)null, (fact, e) => PracticeFact.Fold(fact, e, Guid.CreateVersion7()))!;
}
