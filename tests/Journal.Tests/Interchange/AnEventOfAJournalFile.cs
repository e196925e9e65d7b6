using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using Journal.Tests.Events;
using Journal.Web.Interchange.JournalFiles;
using Journal.Work;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Interchange;

public sealed class AnEventOfAJournalFile
{
    private static readonly DateTimeOffset Later = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Type[] Beginnings =
    [
        typeof(AimSet), typeof(BeliefStated), typeof(PracticeAdopted), typeof(JournalEntryWritten), typeof(InterventionStarted), typeof(DecisionOpened),
        typeof(SignalNoticed), typeof(CommitmentMade), typeof(ProcessDefined), typeof(DefectRaised),
    ];

    public static TheoryData<string> Names => [.. EventSamples.All.Select(sample => EventTypes.NameOf(sample.GetType()))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_admitted_after_what_it_follows(string name)
    {
        var sample = EventSamples.All.Single(one => EventTypes.NameOf(one.GetType()) == name);
        var order = new LineOrder(Later);
        Assert.All([.. Before(sample), sample], e => Assert.Null(order.Check(e)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_when_its_subject_was_never_begun(string name)
    {
        var sample = EventSamples.All.Single(one => EventTypes.NameOf(one.GetType()) == name);
        if (Before(sample).Any())
            Assert.Equal(RefusalKind.Unknown, new LineOrder(Later).Check(sample)?.Kind);
    }

    [Fact]
    public void Is_admitted_after_a_retraction_as_every_fold_passes_over_it()
    {
        var order = new LineOrder(Later);
        Assert.Null(order.Check(new SignalNoticed(Id, "Text", null, Monday)));
        Assert.Null(order.Check(new SubjectRetracted(Id, null, Monday)));
        Assert.Null(order.Check(new SignalActedOn(Id, null, Tuesday)));
        Assert.Null(order.Check(new SubjectRetracted(Id, null, Tuesday)));
    }

    [Fact]
    public void Is_refused_as_the_retraction_of_what_is_never_retracted_as_a_whole()
    {
        var order = new LineOrder(Later);
        Assert.Null(order.Check(new AimSet(Id, "Text", null, Monday)));
        Assert.Equal("subject.unknown", order.Check(new SubjectRetracted(Id, null, Monday))?.Code);
    }

    [Fact]
    public void Is_refused_with_a_value_out_of_range_whatever_its_subject_s_history()
    {
        var order = new LineOrder(Later);
        Assert.Null(order.Check(new DecisionOpened(Id, "Why?", null, [], null, [], null, Monday)));
        Assert.Null(order.Check(new DecisionMade(Id, "yes", null, Monday)));
        Assert.Equal("confidence.range", order.Check(new DecisionMade(Id, "yes", 7, Tuesday))?.Code);
        Assert.Equal("minutes.range", order.Check(new TimeSpent(Other, -1, null, null, null, null, null, Monday))?.Code);
    }

    [Fact]
    public void Is_admitted_where_the_clock_that_recorded_it_ran_ahead()
    {
        var ahead = Later.AddDays(400);
        var entry = Sample<Journal.Entries.JournalEntryWritten>() with { OccurredAt = ahead };
        Assert.Null(new LineOrder(Later).Check(entry, ahead));
        Assert.Equal("time.future", new LineOrder(Later).Check(entry, Later)?.Code);
        Assert.Equal("time.future", new LineOrder(Later).Check(entry, new DateTimeOffset(9998, 1, 1, 0, 0, 0, TimeSpan.Zero))?.Code);
    }

    [Fact]
    public void Is_refused_when_the_part_it_speaks_of_is_not_there()
    {
        var order = new LineOrder(Later);
        Assert.Null(order.Check(Sample<PracticeAdopted>()));
        Assert.Null(order.Check(new BeliefStated(Other, "Text", default, 0.5, default, default, null, null, Monday)));
        Assert.Equal("outcome.unknown", order.Check(Sample<OutcomeCoded>())?.Code);
        Assert.Equal("outcome.unknown", order.Check(Sample<OutcomeRetracted>())?.Code);
        Assert.Equal("prediction.unknown", order.Check(new PredictionScored(Other, Third, true, Monday))?.Code);
        Assert.Equal("practice.unknown", order.Check(new ExecutionSkipped(Third, Other, "Ill", Monday))?.Code);
    }

    [Fact]
    public void Is_refused_when_its_id_already_stands_for_something_else()
    {
        var order = new LineOrder(Later);
        Assert.Null(order.Check(new TimeSpent(Id, 1, null, null, null, null, null, Monday)));
        Assert.Equal("id.taken", order.Check(new OutputRecorded(Id, 1, null, null, null, null, null, null, Monday))?.Code);
    }

    private static IEnumerable<IJournalEvent> Before(IJournalEvent e) => e switch
    {
        OutcomeCoded or OutcomeMoved or OutcomeRetracted => [Sample<PracticeAdopted>(), Sample<ExecutionMissed>()],
        PredictionScored => [Sample<BeliefStated>(), Sample<BeliefPredicted>()],
        SubjectMoved or SubjectRetracted => [Sample<SignalNoticed>()],
        _ => EventSamples.All.Where(begin => Beginnings.Contains(begin.GetType()) && !Beginnings.Contains(e.GetType()) && Stem(begin) == Stem(e)),
    };

    // Events of one subject call its id alike.
    private static string Stem(IJournalEvent e) => e.GetType().GetProperties()[0].Name;

    private static T Sample<T>() => EventSamples.All.OfType<T>().Single();
}
