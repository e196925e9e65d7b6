using Journal.Beliefs;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Constraints;
using Journal.Tests.Reports.Causes;

namespace Journal.Tests.Reports.Constraints;

public sealed class TheDominantConstraint
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C61")]
    public void Is_the_belief_with_the_highest_product_and_shows_its_inputs()
    {
        var heavy = Constraining("heavy", missed: 3, finished: 1, contradicting: 1);
        Constraining("light", missed: 1, finished: 3);
        var report = Read();
        Assert.Equal(heavy.Id, report.Finding("dominantConstraint").Subject);
        Assert.Equal(["heavy", "1.25", "1", "0.75", "3", "1", "3", "4", "yes", null], report.Table("ranking").Rows[0].Cells);
        Assert.Equal(1.25, report.Figure("constraint.score", heavy.Id).Value);
    }

    [Fact]
    [Trait("capability", "C61")]
    public void Is_none_where_two_tie()
    {
        Constraining("one", missed: 2, finished: 2);
        Constraining("other", missed: 2, finished: 2);
        var finding = Read().Finding("dominantConstraint");
        Assert.StartsWith("As of 27 January 2026, when the records end: No single constraint", finding.Sentence, StringComparison.Ordinal);
        Assert.Equal(FindingState.NotFound, finding.State);
    }

    [Fact]
    [Trait("capability", "C61")]
    [Trait("capability", "C66")]
    public void Is_never_a_candidate()
    {
        Constraining("inferred", missed: 9, finished: 0, origin: BeliefOrigin.Inferred);
        Assert.Empty(Read().Table("ranking").Rows);
        Assert.Equal(FindingState.Insufficient, Read().Finding("dominantConstraint").State);
    }

    [Fact]
    [Trait("capability", "C62")]
    public void Is_no_belief_where_everything_is_put_down_to_capacity()
    {
        Constraining("named", missed: 6, finished: 3, cause: Cause.Capacity);
        var report = Read();
        Assert.Equal(FindingState.NotFound, report.Finding("dominantConstraint").State);
        Assert.StartsWith("As of 3 March 2026, when the records end: Belief is not implicated: of 6 misses, 6 were put down to capacity", report.Finding("beliefImplicated").Sentence, StringComparison.Ordinal);
        Assert.Equal(FindingState.NotFound, report.Finding("beliefImplicated").State);
    }

    [Fact]
    [Trait("capability", "C61")]
    public void Is_counted_over_the_time_it_was_held_and_said_to_be_no_longer_held()
    {
        var belief = Constraining("replaced", missed: 4, finished: 4, contradicting: 1, ended: 25);
        journal.Evidence(belief, supports: false, day: 60);
        var report = Read();
        Assert.Equal(["replaced", "3", "1", "1", "4", "1", "4", "4", "yes", "2026-01-30"], Assert.Single(report.Table("ranking").Rows).Cells);
        Assert.Equal(
            "As of 6 March 2026, when the records end: “replaced” ranked highest while it was held, until 2026-01-30: it was named to constrain 1 commitment or practice, 4 of 4 attempts at that were missed, in 4 weeks, and 1 piece of evidence contradicts it. It is no longer held.",
            report.Finding("dominantConstraint", belief.Id).Sentence);
    }

    [Fact]
    [Trait("capability", "C61")]
    public void Is_none_where_the_belief_ended_before_the_window()
    {
        Constraining("replaced", missed: 4, finished: 4, ended: 25);
        Assert.Empty(ConstraintReport.Kind.Of(journal.View(100, firstDay: 30)).Table("ranking").Rows);
    }

    [Fact]
    [Trait("capability", "C103")]
    public void Is_compared_with_what_was_claimed_at_first()
    {
        var (one, other) = (journal.Aim("one"), journal.Aim("other"));
        Diagnosis(DiagnosisKind.Surface, ConstraintKind.Time, one.Id, 1);
        Diagnosis(DiagnosisKind.Structural, ConstraintKind.Belief, one.Id, 5);
        Diagnosis(DiagnosisKind.Surface, ConstraintKind.Team, other.Id, 1);
        Diagnosis(DiagnosisKind.Structural, ConstraintKind.Team, other.Id, 5);
        var report = Read();
        Assert.Equal((0.5, 2), (report.Figure("agreement").Value, report.Figure("agreement").N));
        Assert.Equal([("time", "belief"), ("team", "team")], report.Column("claims", "claimed").Zip(report.Column("claims", "found")));
    }

    private BeliefFact Constraining(string text, int missed, int finished, int contradicting = 0, BeliefOrigin origin = BeliefOrigin.Explicit, Cause? cause = null, double? ended = null)
    {
        var practice = journal.Practice(days: 7, title: text);
        for (var week = 0; week < missed + finished; week++)
            journal.Outcome(practice, 1 + (7 * week), week < missed ? OutcomeState.Missed : OutcomeState.Finished, one => one with { Cause = cause });
        var belief = journal.Belief(text: text, origin: origin, with: one => one with
        {
            Constraints = [new(CauseJournal.On(0), "if", "limits", null, null, [practice.Id])],
            EndedAt = ended is { } day ? CauseJournal.On(day) : null,
        });
        for (var i = 0; i < contradicting; i++)
            journal.Evidence(belief, supports: false);
        return belief;
    }

    private void Diagnosis(DiagnosisKind kind, ConstraintKind constraint, Guid aim, double day) => journal.Add(
        (id, at, events) => new DiagnosisFact { Id = id, OccurredAt = at, Events = events, Depth = kind, Constraint = constraint, Text = "So it seems", AimId = aim }, day);

    private Report Read() => journal.Read(ConstraintReport.Kind, 100);
}
