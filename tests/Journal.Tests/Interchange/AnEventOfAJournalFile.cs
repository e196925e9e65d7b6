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
        var admission = new Admission(Later);
        Assert.All([.. Before(sample), sample], e => Assert.Null(admission.Admit(e)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_when_its_subject_was_never_begun(string name)
    {
        var sample = EventSamples.All.Single(one => EventTypes.NameOf(one.GetType()) == name);
        if (Before(sample).Any())
            Assert.Equal(RefusalKind.Unknown, new Admission(Later).Admit(sample)?.Kind);
    }

    [Fact]
    public void Is_admitted_after_a_retraction_as_every_fold_passes_over_it()
    {
        var admission = new Admission(Later);
        Assert.Null(admission.Admit(new SignalNoticed(Id, "Text", null, Monday)));
        Assert.Null(admission.Admit(new SubjectRetracted(Id, null, Monday)));
        Assert.Null(admission.Admit(new SignalActedOn(Id, null, Tuesday)));
        Assert.Null(admission.Admit(new SubjectRetracted(Id, null, Tuesday)));
    }

    [Fact]
    public void Is_refused_as_the_retraction_of_what_is_never_retracted_as_a_whole()
    {
        var admission = new Admission(Later);
        Assert.Null(admission.Admit(new AimSet(Id, "Text", null, Monday)));
        Assert.Equal("subject.unknown", admission.Admit(new SubjectRetracted(Id, null, Monday))?.Code);
    }

    [Fact]
    public void Is_refused_with_a_value_out_of_range_whatever_its_subject_s_history()
    {
        var admission = new Admission(Later);
        Assert.Null(admission.Admit(new DecisionOpened(Id, "Why?", null, [], null, [], null, Monday)));
        Assert.Null(admission.Admit(new DecisionMade(Id, "yes", null, Monday)));
        Assert.Equal("confidence.range", admission.Admit(new DecisionMade(Id, "yes", 7, Tuesday))?.Code);
        Assert.Equal("minutes.range", admission.Admit(new TimeSpent(Other, -1, null, null, null, null, null, Monday))?.Code);
    }

    [Fact]
    public void Is_refused_when_its_id_already_stands_for_something_else()
    {
        var admission = new Admission(Later);
        Assert.Null(admission.Admit(new TimeSpent(Id, 1, null, null, null, null, null, Monday)));
        Assert.Equal("id.taken", admission.Admit(new OutputRecorded(Id, 1, null, null, null, null, null, null, Monday))?.Code);
    }

    private static IEnumerable<IJournalEvent> Before(IJournalEvent e) => e switch
    {
        OutcomeCoded or OutcomeRetracted => [Sample<PracticeAdopted>(), Sample<ExecutionMissed>()],
        PredictionScored => [Sample<BeliefStated>(), Sample<BeliefPredicted>()],
        SubjectRetracted => [Sample<SignalNoticed>()],
        _ => EventSamples.All.Where(begin => Beginnings.Contains(begin.GetType()) && !Beginnings.Contains(e.GetType()) && Stem(begin) == Stem(e)),
    };

    // Events of one subject call its id alike.
    private static string Stem(IJournalEvent e) => e.GetType().GetProperties()[0].Name;

    private static T Sample<T>() => EventSamples.All.OfType<T>().Single();
}
