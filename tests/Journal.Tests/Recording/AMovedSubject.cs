using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.States;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Recording;

/// <summary>Recorded by a clock that ran ahead, and put where it belongs.</summary>
public sealed class AMovedSubject
{
    private static readonly JournalEntryWritten Written = new(Id, "Late again", null, null, Monday.AddDays(400));
    private static readonly PracticeAdopted Adopted = new(Id, "Run", 1, 1, null, null, TargetBound.AtLeast, Silence.Unknown, null, Monday);
    private static readonly ExecutionMissed Missed = new(Id, Other, null, null, null, Monday.AddDays(400));

    [Fact]
    public void Is_moved_to_the_time_that_is_given()
    {
        Given<Entry>(Written).When(Moving.Decide, new MoveSubject("The clock") { OccurredAt = Tuesday }).Then(new SubjectMoved(Id, "The clock", Tuesday));
        Given<Practice>(Adopted, Missed).When(OutcomeDecider.Decide, new MoveOutcome(Other) { OccurredAt = Tuesday }).Then(new OutcomeMoved(Id, Other, null, Tuesday));
    }

    [Fact]
    public void Is_moved_nowhere_without_one()
    {
        Given<Entry>(Written).When(Moving.Decide, new MoveSubject()).ThenRefused("occurredAt.missing");
        Given<Practice>(Adopted, Missed).When(OutcomeDecider.Decide, new MoveOutcome(Other)).ThenRefused("occurredAt.missing");
        Given<Entry>(Written).When(Moving.Decide, new MoveSubject() { OccurredAt = Now.AddDays(30) }).ThenRefused("time.future");
    }

    [Fact]
    public void Has_to_be_there()
    {
        Given<Entry>().When(Moving.Decide, new MoveSubject() { OccurredAt = Tuesday }).ThenRefused("subject.unknown", RefusalKind.Unknown);
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new MoveOutcome(Other) { OccurredAt = Tuesday }).ThenRefused("outcome.unknown", RefusalKind.Unknown);
        Given<Observation<StateSampled>>(new StateSampled(Id, 1, null, null, null, null, null, Monday), new SubjectRetracted(Id, null, Monday))
            .When(Moving.Decide, new MoveSubject() { OccurredAt = Tuesday }).ThenRefused("subject.retracted", RefusalKind.Conflict);
    }

    [Fact]
    public void Stands_where_it_was_moved_to()
    {
        var entry = (EntryFact)Fold(Written, new SubjectMoved(Id, null, Tuesday))!;
        Assert.Equal((Tuesday, 2), (entry.OccurredAt, entry.Events.Count));
        var outcome = (OutcomeFact)Fold(Missed, new OutcomeMoved(Id, Other, null, Tuesday))!;
        Assert.Equal((OutcomeState.Missed, Tuesday), (outcome.State, outcome.OccurredAt));
        Assert.Null(Fold(new SubjectMoved(Id, null, Tuesday)));
    }

    private static Fact? Fold(params IJournalEvent[] events) => events.Aggregate((Fact?)null, (fact, e) => FactFold.Apply(fact, e, Guid.CreateVersion7(), () => null));
}
