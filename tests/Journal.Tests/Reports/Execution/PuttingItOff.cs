using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Execution;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Execution;

public sealed class PuttingItOff
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C42")]
    public void Three_postponements_are_a_chain_of_three()
    {
        Reframed(ended: null, (Reframing.Postpone, 1), (Reframing.Postpone, 2), (Reframing.Postpone, 3));
        var report = Read();
        Assert.Equal(["1", "2", "3"], report.Table("postponements").Column("link"));
        Assert.Equal(["reluctance", "reluctance", "reluctance"], report.Table("postponements").Column("cause"));
        Assert.Equal(3, report.Figure("postponements.longest").Value);
    }

    [Fact]
    [Trait("capability", "C42")]
    public void A_chain_of_something_not_yet_due_is_listed_and_what_was_over_before_the_window_is_not()
    {
        Reframed(ended: null, (Reframing.Postpone, 1));
        Reframed(OutcomeState.Missed, (Reframing.Postpone, 1));
        book.Commitment(1000, with: one => one with { OccurredAt = At(0), Reframes = [new(At(5 * 24), Reframing.Postpone, null, false, null, null)] });
        Assert.Equal(2, book.Read(ExecutionReport.Kind, to: 20, from: 3).Table("postponements").Rows.Count);
    }

    [Fact]
    [Trait("capability", "C43")]
    public void A_relabel_dated_after_the_miss_is_post_hoc_and_one_before_it_is_not()
    {
        var late = Reframed(OutcomeState.Missed, (Reframing.Shrink, 1), (Reframing.Relabel, 50));
        var report = Read();
        Assert.Equal(["before the miss", "post-hoc"], report.Table("reframes").Column("timing"));
        Assert.Equal((FindingState.Found, late.Id), (report.Finding("postHoc").State, report.Finding("postHoc").Subject));
    }

    [Fact]
    [Trait("capability", "C43")]
    public void Changes_before_the_miss_alone_are_not_post_hoc()
    {
        Reframed(OutcomeState.Missed, (Reframing.Relabel, 1));
        Assert.Equal(FindingState.NotFound, Read().State("postHoc"));
    }

    [Fact]
    [Trait("capability", "C41")]
    public void A_miss_nobody_coded_is_listed_as_not_coded_and_flagged_as_nothing()
    {
        Missed(null);
        var report = Read();
        Assert.Equal(["not coded"], report.Table("misses").Column("cause"));
        Assert.Equal(FindingState.Insufficient, report.State("rationalising"));
    }

    [Fact]
    [Trait("capability", "C41")]
    public void What_the_person_called_rationalisation_is_shown_as_that()
    {
        Missed(Cause.Rationalisation);
        Missed(Cause.Illness);
        Missed(null);
        var report = Read();
        Assert.Equal(["illness", "rationalisation", "not coded"], report.Table("misses").Column("cause"));
        Assert.Equal((FindingState.Found, 2), (report.State("rationalising"), report.Finding("rationalising").N));
    }

    [Fact]
    [Trait("capability", "C45")]
    public void Two_of_three_delays_needed_no_new_fact_and_what_was_not_answered_is_not_counted()
    {
        Missed(Cause.Other, needed: false);
        Missed(Cause.Other, needed: false);
        Missed(Cause.Other, needed: true);
        Missed(Cause.Other);
        Assert.Equal((0.6667, 3), (Read().Figure("newFactNeeded.no").Value, Read().Figure("newFactNeeded.no").N));
    }

    [Fact]
    [Trait("capability", "C44")]
    public void A_long_reason_without_an_outcome_is_a_question_and_no_finding()
    {
        var commitment = book.Commitment(0, with: one => one with { Reframes = [new(At(1), Reframing.Postpone, null, true, null, null, ReasonLength: 500)] });
        book.Commitment(0, 1, OutcomeState.Finished, with: one => one with { Reframes = [new(At(1), Reframing.Postpone, null, true, null, null, ReasonLength: 500)] });
        var report = Read();
        var question = Assert.Single(report.Table("scaffolding").Rows);
        Assert.Equal(commitment.Id, question.Subject);
        Assert.EndsWith("?", question.Cells[2], StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.Name == "scaffolding");
    }

    [Fact]
    [Trait("capability", "C32")]
    public void Five_notes_before_a_task_of_ten_minutes_are_counted()
    {
        Weighed(10, 5, started: null);
        var finding = Read().Finding("negotiation");
        Assert.Equal((FindingState.Found, "As of 5 January 2026, when the records end: 5 notes of weighing before \"Send the draft\", planned for 10 minutes."), (finding.State, finding.Sentence));
    }

    [Theory]
    [InlineData(10, 2, null)]
    [InlineData(10, 5, 2.5)]
    [InlineData(16, 5, null)]
    [Trait("capability", "C32")]
    public void Few_notes_notes_during_the_work_and_larger_tasks_are_not_flagged(double minutes, int notes, double? started)
    {
        Weighed(minutes, notes, started);
        Weighed(10, 0, started: null);
        Assert.Equal(FindingState.NotFound, Read().State("negotiation"));
    }

    private Report Read() => book.Read(ExecutionReport.Kind, to: 20);

    private CommitmentFact Reframed(OutcomeState? ended, params (Reframing Kind, double At)[] reframes) => book.Commitment(0, ended: ended, at: 24, with: one => one with
    {
        Reframes = [.. reframes.Select(reframe => new Reframe(At(reframe.At), reframe.Kind, null, HasReason: true, Cause.Reluctance, null))],
    });

    private void Missed(Cause? cause, bool? needed = null) => book.Commitment(0, ended: OutcomeState.Missed, with: one => one with
    {
        Codings = cause is null ? [] : [new(At(30), cause, needed)],
    });

    private void Weighed(double minutes, int notes, double? started) => book.Commitment(0, started, with: one => one with
    {
        PlannedMinutes = minutes,
        Deliberations = [.. Enumerable.Range(1, notes).Select(hour => At(hour))],
    });
}
