using Journal.Beliefs;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Contradictions;
using Journal.Tests.Reports.Causes;

namespace Journal.Tests.Reports.Contradictions;

public sealed class AnAimAndABeliefAgainstIt
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C23")]
    public void Are_one_contradiction_with_a_thought_that_supports_the_aim()
    {
        var aim = journal.Aim();
        var belief = journal.Belief(aim: aim.Id);
        var thought = journal.Interpretation(1, supports: true, aim: aim.Id);
        var row = Assert.Single(Read().Table("contradictions").Rows);
        Assert.Equal([aim.Id.ToString(), thought.Id.ToString(), belief.Id.ToString()], row.Cells.Skip(7));
        Assert.Equal([.. aim.Events, .. thought.Events, .. belief.Events], row.Events);
        Assert.Equal(1, Read().Figure("contradictions").Value);
    }

    [Fact]
    [Trait("capability", "C23")]
    public void Are_none_without_the_belief()
    {
        var aim = journal.Aim();
        journal.Interpretation(1, supports: true, aim: aim.Id);
        Assert.Equal(FindingState.NotFound, Read().Finding("contradiction").State);
    }

    [Theory]
    [Trait("capability", "C23")]
    [InlineData(BeliefStance.Serves, BeliefOrigin.Explicit, true, true)]
    [InlineData(BeliefStance.Limits, BeliefOrigin.Inferred, true, true)]
    [InlineData(BeliefStance.Limits, BeliefOrigin.Explicit, false, true)]
    [InlineData(BeliefStance.Limits, BeliefOrigin.Explicit, true, false)]
    public void Are_none_where_one_part_is_not_as_it_must_be(BeliefStance stance, BeliefOrigin origin, bool sameAim, bool supports)
    {
        var aim = journal.Aim();
        journal.Belief(aim: sameAim ? aim.Id : null, stance: stance, origin: origin);
        journal.Interpretation(1, supports: supports, aim: aim.Id);
        Assert.Equal(0, Read().Figure("contradictions").Value);
    }

    [Fact]
    [Trait("capability", "C23")]
    public void Are_none_once_the_belief_was_replaced()
    {
        var aim = journal.Aim();
        journal.Belief(aim: aim.Id, with: one => one with { EndedAt = CauseJournal.On(1) });
        journal.Interpretation(2, supports: true, aim: aim.Id);
        Assert.Equal(0, Read().Figure("contradictions").Value);
    }

    [Fact]
    [Trait("capability", "C23")]
    public void Are_one_row_with_the_number_of_thoughts_and_the_latest_few()
    {
        var aim = journal.Aim();
        var belief = journal.Belief(aim: aim.Id);
        var thoughts = Enumerable.Range(1, 5).Select(day => journal.Interpretation(day, supports: true, aim: aim.Id)).ToList();
        var report = Read();
        Assert.Equal(["5"], report.Column("contradictions", "thoughts"));
        Assert.Equal([string.Join(' ', thoughts[4].Id, thoughts[3].Id, thoughts[2].Id)], report.Column("contradictions", "latestIds"));
        Assert.Equal(5, report.Finding("contradiction", belief.Id).N);
    }

    [Fact]
    [Trait("capability", "C23")]
    public void Are_told_as_past_once_the_belief_is_no_longer_held()
    {
        var aim = journal.Aim();
        journal.Belief(aim: aim.Id, with: one => one with { EndedAt = CauseJournal.On(10) });
        journal.Interpretation(2, supports: true, aim: aim.Id);
        journal.Interpretation(12, supports: true, aim: aim.Id);
        Assert.Equal(
            "As of 17 January 2026, when the records end: “Publish every week” was supported by 1 record of thinking while the belief “Being seen invites scrutiny” limited it, until 2026-01-15; it is no longer held.",
            Read().Finding("contradiction").Sentence);
        Assert.Equal(["2026-01-15"], Read().Column("contradictions", "heldUntil"));
    }

    [Fact]
    [Trait("capability", "C23")]
    public void Are_none_where_a_decision_rests_on_the_belief_itself()
    {
        var aim = journal.Aim();
        var belief = journal.Belief(aim: aim.Id);
        journal.Decision(1, made: 3, aim.Id, one => one with { BeliefIds = [belief.Id] });
        Assert.Equal(0, Read().Figure("contradictions").Value);
        journal.Decision(1, made: 4, aim.Id);
        Assert.Equal(1, Read().Figure("contradictions").Value);
    }

    [Fact]
    [Trait("capability", "C5")]
    [Trait("capability", "C60")]
    public void Give_a_defect_that_is_as_precise_as_what_it_names()
    {
        var belief = journal.Belief();
        var missed = journal.Outcome(journal.Practice(), 1, OutcomeState.Missed);
        var candidate = journal.Belief(origin: BeliefOrigin.Inferred);
        Defect("precise", Layer.Belief, belief.Id, [missed.Id], [belief.Id]);
        Defect("layer alone", Layer.Belief, null, [missed.Id], [belief.Id]);
        Defect("no execution", Layer.Belief, belief.Id, [], [belief.Id]);
        Defect("no upstream", Layer.Belief, belief.Id, [missed.Id], [candidate.Id]);
        Defect("no layer", null, belief.Id, [missed.Id], [belief.Id]);
        var report = Read();
        Assert.Equal(["precise", "imprecise", "unattributed", "unattributed", "unattributed"], report.Column("defects", "precision"));
        Assert.Equal(["belief", "belief", "unattributed", "unattributed", "unattributed"], report.Column("defects", "layer"));
        Assert.Equal(["confirmed", "raised", "raised", "raised", "raised"], report.Column("defects", "status"));
    }

    [Fact]
    [Trait("capability", "C62")]
    public void Are_told_apart_from_misses_that_nothing_explains()
    {
        var belief = journal.Belief();
        journal.Commitment(0, OutcomeState.Missed, 1, with: one => one with { BeliefIds = [belief.Id] });
        var thought = journal.Commitment(0, OutcomeState.Missed, 2);
        journal.Interpretation(1, commitment: thought.Id);
        journal.Commitment(0, OutcomeState.Missed, 3, Cause.Capacity);
        journal.Commitment(0, OutcomeState.Missed, 4);
        var report = Read();
        Assert.Equal([1, 1, 0, 1, 1], new[] { "belief", "thinking", "execution", "outside", "unattributed" }.Select(name => report.Figure($"misses.{name}").Value!.Value));
        Assert.Equal(2, report.Finding("beliefImplicated").Alternatives.Count);
    }

    private void Defect(string title, Layer? layer, Guid? locus, Guid[] executions, Guid[] upstream) => journal.Add(
        (id, at, events) => new DefectFact
        {
            Id = id,
            OccurredAt = at,
            Events = events,
            Title = title,
            Layer = layer,
            Locus = locus,
            ExecutionIds = executions,
            UpstreamIds = upstream,
            Turns = title == "precise" ? [new(DefectStatus.Confirmed, at.AddDays(1))] : [],
        },
        2);

    private Report Read() => journal.Read(ContradictionsReport.Kind, 50);
}
