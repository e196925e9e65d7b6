using Journal.Beliefs;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Diagnosis;
using Journal.Reports.Thinking;

namespace Journal.Tests.Reports.Causes;

public sealed class WhereAMissComesFrom
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C22")]
    [Trait("capability", "C62")]
    public void Is_a_belief_that_was_named_as_what_constrains_the_practice_before_it_or_since()
    {
        var practice = journal.Practice();
        Named(practice, named: 10);
        Miss(practice, 5, 15);
        var report = Read();
        Assert.Equal((2, 0), (Misses(report, "belief"), Misses(report, "unattributed")));
        Assert.Equal("As of 20 January 2026, when the records end: 2 of 2 misses are linked to a belief that limits, 2 of them because it was named as what constrains them.", report.Finding("beliefImplicated").Sentence);
    }

    [Fact]
    [Trait("capability", "C62")]
    public void Is_not_a_belief_that_was_not_held_when_it_was_missed()
    {
        var practice = journal.Practice();
        Named(practice, stated: 10, named: 12, ended: 20);
        Miss(practice, 5, 15, 25);
        Assert.Equal((1, 2), (Misses(Read(), "belief"), Misses(Read(), "unattributed")));
    }

    [Theory]
    [Trait("capability", "C62")]
    [Trait("capability", "C66")]
    [InlineData(BeliefStance.Serves, BeliefOrigin.Explicit, 1)]
    [InlineData(BeliefStance.Limits, BeliefOrigin.Inferred, 1)]
    [InlineData(BeliefStance.Limits, BeliefOrigin.Explicit, 60)]
    public void Is_not_a_belief_that_serves_or_is_suspected_or_was_named_later_than_the_report_looks(BeliefStance stance, BeliefOrigin origin, double named)
    {
        var practice = journal.Practice();
        Named(practice, named: named, stance: stance, origin: origin);
        Miss(practice, 5);
        Assert.Equal(1, Misses(Read(), "unattributed"));
    }

    [Fact]
    [Trait("capability", "C62")]
    public void Is_the_belief_that_the_decision_behind_a_commitment_cites()
    {
        var belief = journal.Belief();
        var decision = journal.Decision(0, made: 1, with: one => one with { BeliefIds = [belief.Id] });
        journal.Commitment(1, OutcomeState.Missed, 3, with: one => one with { DecisionId = decision.Id });
        Assert.Equal(1, Misses(Read(), "belief"));
    }

    [Fact]
    [Trait("capability", "C5")]
    [Trait("capability", "C62")]
    public void Is_said_to_be_by_name_only_where_no_defect_names_the_very_miss()
    {
        var practice = journal.Practice();
        Named(practice);
        Miss(practice, 5);
        var (belief, missed) = (journal.Facts.Of<BeliefFact>()[0], journal.Outcome(practice, 6, OutcomeState.Missed));
        journal.Add(
            (id, at, events) => new DefectFact
            {
                Id = id,
                OccurredAt = at,
                Events = events,
                Title = "Held back",
                Layer = Layer.Belief,
                Locus = belief.Id,
                ExecutionIds = [missed.Id],
                UpstreamIds = [belief.Id],
                Turns = [new(DefectStatus.Confirmed, at)],
            },
            8);
        Assert.Equal("As of 13 January 2026, when the records end: 2 of 2 misses are linked to a belief that limits, 1 of them because it was named as what constrains them.", Read().Finding("beliefImplicated").Sentence);
    }

    [Fact]
    [Trait("capability", "C62")]
    public void Stays_capacity_where_the_person_put_it_down_to_that()
    {
        var practice = journal.Practice();
        Named(practice);
        journal.Outcome(practice, 5, OutcomeState.Missed, one => one with { Cause = Cause.Capacity });
        Assert.Equal((0, 1), (Misses(Read(), "belief"), Misses(Read(), "outside")));
    }

    [Fact]
    [Trait("capability", "C4")]
    [Trait("capability", "C22")]
    public void Is_the_same_in_the_paths_of_thinking()
    {
        var practice = journal.Practice();
        Named(practice, stated: 3);
        Miss(practice, 1, 5, 6);
        var report = journal.Read(ThinkingReport.Kind, 50);
        Assert.Equal(["unattributed", "belief", "belief"], report.Column("paths", "origin"));
        Assert.Equal(["unlinked", "constraint", "constraint"], report.Column("paths", "link"));
        Assert.Equal(0.6667, report.Figure("paths").Value);
    }

    private void Named(PracticeFact practice, double stated = 0, double named = 0, double? ended = null, BeliefStance stance = BeliefStance.Limits, BeliefOrigin origin = BeliefOrigin.Explicit) =>
        journal.Belief(stated, stance: stance, origin: origin, with: one => one with
        {
            Constraints = [new(CauseJournal.On(named), "if", "limits", null, null, [practice.Id])],
            EndedAt = ended is { } day ? CauseJournal.On(day) : null,
        });

    private void Miss(PracticeFact practice, params double[] days)
    {
        foreach (var day in days)
            journal.Outcome(practice, day, OutcomeState.Missed);
    }

    private static double? Misses(Report report, string origin) => report.Figure($"misses.{origin}").Value;

    private Report Read() => journal.Read(DiagnosisReport.Kind, 50);
}
