using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Diagnosis;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Reports.Diagnosis;

public sealed class WhereAndAtWhatCost
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C101")]
    [Trait("capability", "C102")]
    public void Is_one_sentence_with_state_interval_and_cost_that_links_to_its_events()
    {
        var belief = journal.Belief();
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [7, 7, 7]);
        for (var day = 21; day < 35; day++)
        {
            var missed = journal.Outcome(practice, day, OutcomeState.Missed);
            if (day < 33)
                journal.Evidence(belief, supports: true, day, missed.Id);
        }

        journal.Add((id, at, events) => new TimeFact { Id = id, OccurredAt = at, Events = events, Minutes = 90, InsteadOf = practice.Id }, 25);
        var report = Read(34);
        var answer = report.Finding("whereAndCost");
        Assert.Equal(
            "“Write” has been below its peak since 26 January 2026: 0 % (95 % interval 0 % to 22 %) of its known days were done; 12 of 14 misses trace to belief; "
                + "since then 14 occasions missed, 0 days of delay, 90 minutes of other work and rework.",
            answer.Sentence);
        Assert.Equal((FindingState.Found, practice.Id), (answer.State, answer.Subject));
        Assert.Contains(belief.Events[0], answer.Events);
        Assert.Equal([("regression", "0", "0.2153")], report.Table("states").Rows.Select(row => (row.Cells[1], row.Cells[4], row.Cells[5])));
    }

    [Fact]
    [Trait("capability", "C62")]
    public void Is_unattributed_where_no_link_was_recorded()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7, 7, 0, 0]);
        Assert.Contains("its 14 misses are unattributed", Read(34).Finding("whereAndCost").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C102")]
    public void Is_nowhere_while_progress_holds()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7, 6]);
        var report = Read(20);
        Assert.Equal(("No practice is in a regression.", FindingState.NotFound), (report.Finding("whereAndCost").Sentence, report.Finding("whereAndCost").State));
        Assert.Equal(0.9524, report.Figure("state.done").Value);
    }

    [Fact]
    [Trait("capability", "C101")]
    public void Cannot_be_told_of_an_empty_journal() => Assert.Equal(FindingState.Insufficient, Read(10).Finding("whereAndCost").State);

    [Fact]
    [Trait("capability", "C3")]
    public void Keeps_the_first_diagnosis_beside_the_second()
    {
        Diagnose(DiagnosisKind.Surface, ConstraintKind.Time, 1);
        Diagnose(DiagnosisKind.Structural, ConstraintKind.Belief, 9);
        Assert.Equal(
            [("time", null), (null, "belief")],
            Read(20).Column("diagnoses", "surface").Zip(Read(20).Column("diagnoses", "structural")));
    }

    [Fact]
    [Trait("capability", "C97")]
    [Trait("capability", "C60")]
    public void Counts_honesty_precision_and_follow_through()
    {
        var belief = journal.Belief();
        var missed = journal.Commitment(0, OutcomeState.Missed, 1);
        Defect(0.7, null, missed.Id, belief.Id);
        Defect(null, belief.Id, missed.Id, belief.Id);
        journal.Decision(0, with: one => one with { Turns = [new(TurnKind.Made, CauseJournal.On(1), 0.8)] });
        for (var i = 0; i < 3; i++)
            journal.Add((id, at, events) => new CorrectionFact { Id = id, OccurredAt = at, Events = events }, i);
        var report = Read(20);
        Assert.Equal([2, 1, 3], new[] { "honesty", "precision", "followThrough" }.Select(name => report.Figure(name).Value!.Value));
    }

    private void Diagnose(DiagnosisKind kind, ConstraintKind constraint, double day) => journal.Add(
        (id, at, events) => new DiagnosisFact { Id = id, OccurredAt = at, Events = events, Depth = kind, Constraint = constraint, Text = "So it seems" }, day);

    private void Defect(double? confidence, Guid? locus, Guid execution, Guid upstream) => journal.Add(
        (id, at, events) => new DefectFact { Id = id, OccurredAt = at, Events = events, Title = "gap", Layer = Layer.Belief, Locus = locus, Confidence = confidence, ExecutionIds = [execution], UpstreamIds = [upstream] },
        2);

    private Report Read(int last) => journal.Read(DiagnosisReport.Kind, last);
}
