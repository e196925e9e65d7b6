using Journal.Beliefs;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Constraints;
using Journal.Reports.Diagnosis;
using Journal.Tests.Reports.Causes;

namespace Journal.Tests.Reports.Diagnosis;

public sealed class NoAccusation
{
    private readonly CauseJournal journal = new();

    [Theory]
    [Trait("capability", "C100")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Shuffled_days_show_no_pattern(int seed)
    {
        var days = Enumerable.Range(0, 182).Select(day => day % 10 < 7).ToArray();
        new Random(seed).Shuffle(days);
        var practice = journal.Practice();
        for (var day = 0; day < days.Length; day++)
            journal.Outcome(practice, day, days[day] ? OutcomeState.Finished : OutcomeState.Missed);
        var report = Read();
        Assert.True(report.Finding("pattern").State == FindingState.NotFound, $"seed {seed}: {report.Finding("pattern").Sentence}");
        Assert.StartsWith("No pattern", report.Finding("pattern").Sentence, StringComparison.Ordinal);
        Assert.True(report.Finding("whereAndCost").State == FindingState.NotFound, $"seed {seed}: {report.Finding("whereAndCost").Sentence}");
    }

    [Fact]
    [Trait("capability", "C100")]
    public void The_same_days_in_stretches_do()
    {
        var practice = journal.Practice();
        for (var day = 0; day < 182; day++)
            journal.Outcome(practice, day, day < 127 ? OutcomeState.Finished : OutcomeState.Missed);
        Assert.Equal(FindingState.Found, Read().Finding("pattern").State);
        Assert.Equal(FindingState.Found, Read().Finding("whereAndCost").State);
    }

    [Fact]
    [Trait("capability", "C62")]
    [Trait("capability", "C100")]
    public void Pure_capacity_overload_is_neither_a_belief_nor_a_pattern()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7, 7]);
        journal.Weeks(practice, 3, [1, 0, 1], one => one with { Cause = one.State == OutcomeState.Missed ? Cause.Capacity : null });
        journal.Belief(with: one => one with { Constraints = [new(CauseJournal.On(0), "if", "limits", null, null, [practice.Id])] });
        var report = Read(41);
        Assert.Equal(FindingState.NotFound, report.Finding("beliefImplicated").State);
        Assert.Equal(FindingState.NotFound, report.Finding("whereAndCost").State);
        Assert.Equal(19, report.Figure("misses.outside").Value);
        Assert.Equal(FindingState.NotFound, journal.Read(ConstraintReport.Kind, 41).Finding("dominantConstraint").State);
    }

    [Fact]
    [Trait("capability", "C66")]
    public void A_suspected_belief_implicates_nobody()
    {
        var suspected = journal.Belief(origin: BeliefOrigin.Inferred);
        journal.Commitment(0, OutcomeState.Missed, 1, with: one => one with { BeliefIds = [suspected.Id] });
        Assert.Equal("insufficient data: a link or a cause of a miss; of 1 miss all are unattributed", Read().Finding("beliefImplicated").Sentence);
    }

    [Fact]
    [Trait("capability", "C66")]
    public void A_miss_that_contradicts_a_belief_does_not_come_from_it()
    {
        journal.Evidence(journal.Belief(), supports: false, 1, journal.Outcome(journal.Practice(), 1, OutcomeState.Missed).Id);
        Assert.Equal(1, Read().Figure("misses.unattributed").Value);
    }

    [Fact]
    [Trait("capability", "C100")]
    public void A_rhythm_within_the_week_is_no_pattern_of_misses()
    {
        journal.Weeks(journal.Practice(), 0, Enumerable.Repeat(5, 20));
        Assert.NotEqual(FindingState.Found, Read().Finding("whereAndCost").State);
    }

    private Report Read(int last = 181) => journal.Read(DiagnosisReport.Kind, last);
}
