using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using static Journal.Tests.Facts.Folding;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Facts;

public sealed class ARetraction
{
    private static readonly SubjectRetracted Retracted = new(Id, null, Now);

    [Fact]
    public void Takes_the_subject_out_of_every_figure()
    {
        Assert.Empty(Fold(new DecisionOpened(Id, "Why?", null, [], null, [], null, Monday), new DecisionMade(Id, "yes", null, Tuesday), Retracted).All);
        Assert.Empty(Fold(new CommitmentMade(Id, "Text", null, null, null, null, null, null, [], null, Monday), Retracted).All);
        Assert.Empty(Fold(new ProcessDefined(Id, "Text", null, false, null, null, null, Monday), Retracted).All);
        Assert.Empty(Fold(new SignalNoticed(Id, "Text", null, Monday), Retracted).All);
        Assert.Empty(Fold(new DefectRaised(Id, "Text", null, null, [], [], null, null, Monday), Retracted).All);
    }

    [Fact]
    public void Lets_nothing_that_follows_bring_it_back() =>
        Assert.Empty(Fold(new SignalNoticed(Id, "Text", null, Monday), Retracted, new SignalActedOn(Id, null, Now)).All);

    [Fact]
    public void Of_a_process_leaves_runs_that_belong_to_none()
    {
        var facts = Fold(
            new ProcessDefined(Id, "Text", null, false, null, null, null, Monday),
            new ProcessRun(Id, Other, Runner.Self, null, null, null, null, null, null, null, Tuesday),
            Retracted);
        Assert.Empty(facts.Of<ProcessFact>());
        Assert.Equal(Id, facts.The<RunFact>().ProcessId);
    }
}
