using Journal.Beliefs;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Thinking;
using Journal.Tests.Reports.Causes;

namespace Journal.Tests.Reports.Thinking;

public sealed class AMonthOfThinking
{
    private readonly CauseJournal journal = new();

    [Theory]
    [Trait("capability", "C13")]
    [Trait("capability", "C14")]
    [Trait("capability", "C15")]
    [Trait("capability", "C16")]
    [InlineData(InterpretationKind.Opportunity)]
    [InlineData(InterpretationKind.Risk)]
    [InlineData(InterpretationKind.Dialogue)]
    [InlineData(InterpretationKind.Framing)]
    public void Is_counted_by_sort_and_month_as_a_query_over_the_events_would(InterpretationKind kind)
    {
        for (var day = 0; day < 60; day += 7)
            journal.Interpretation(day, (InterpretationKind)(day / 7 % 4));
        journal.Interpretation(3, kind);
        var report = Read(90);
        var word = kind.ToString().ToLowerInvariant();
        var queried = journal.Facts.Of<InterpretationFact>().Where(one => one.Reading == kind).GroupBy(one => one.Day.Month).ToDictionary(month => month.Key, month => month.Count());
        Assert.Equal(queried.Values.Sum(), report.Figure($"count.{word}").Value);
        Assert.Equal(
            [1, 2, 3],
            report.Column("months", "month").Zip(report.Column("months", word)).Select((month, i) =>
            {
                Assert.Equal(queried.GetValueOrDefault(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), month.Second);
                return i + 1;
            }));
    }

    [Fact]
    [Trait("capability", "C17")]
    public void Shows_the_share_that_cites_a_belief_and_lists_the_rest()
    {
        var belief = journal.Belief();
        journal.Interpretation(1, beliefs: belief.Id);
        journal.Interpretation(2, beliefs: journal.Belief(origin: BeliefOrigin.Inferred).Id);
        var unlinked = journal.Interpretation(3);
        var report = Read();
        Assert.Equal((0.3333, 3), (report.Figure("linked").Value, report.Figure("linked").N));
        Assert.Equal(unlinked.Id, report.Table("unlinked").Rows[^1].Subject);
        Assert.Equal(2, report.Table("unlinked").Rows.Count);
    }

    [Fact]
    [Trait("capability", "C70")]
    public void Plots_how_congruence_rises_from_20_to_70_percent()
    {
        for (var i = 0; i < 10; i++)
            journal.Interpretation(i, supports: i < 2);
        for (var i = 0; i < 10; i++)
            journal.Interpretation(31 + i, supports: i < 7);
        var report = Read();
        Assert.Equal([0.2, 0.7], report.Series.Single(series => series.Name == "congruence").Points.Take(2).Select(point => point.Value));
        Assert.Equal((0.45, 20), (report.Figure("congruence").Value, report.Figure("congruence").N));
    }

    [Fact]
    [Trait("capability", "C53")]
    public void Sorts_setbacks_by_what_they_were_put_down_to()
    {
        foreach (var reading in new[] { SetbackReading.Self, SetbackReading.Method, SetbackReading.Method })
            journal.Add((id, at, events) => new SetbackFact { Id = id, OccurredAt = at, Events = events, Reading = reading, Text = "It fell through" }, 1);
        Assert.Equal([("self", "1"), ("method", "2")], Read().Column("setbacks", "reading").Zip(Read().Column("setbacks", "count")));
    }

    [Fact]
    [Trait("capability", "C54")]
    public void Links_a_dialogue_to_the_next_late_start()
    {
        var practice = journal.Practice();
        journal.Interpretation(2, InterpretationKind.Dialogue);
        Start(practice, 1, late: 2);
        Start(practice, 3, late: 0);
        Start(practice, 5, late: 1.5);
        Start(practice, 6, late: 3);
        journal.Interpretation(20, InterpretationKind.Dialogue);
        var report = Read();
        Assert.Equal(["1.5", null], report.Column("dialogues", "delayDays"));
        Assert.Equal(0.5, report.Figure("dialogue.late").Value);
    }

    [Fact]
    [Trait("capability", "C22")]
    public void Leads_from_a_miss_over_a_thought_to_a_belief_with_ids()
    {
        var belief = journal.Belief();
        var missed = journal.Commitment(0, OutcomeState.Missed, 4);
        var thought = journal.Interpretation(1, commitment: missed.Id, beliefs: belief.Id);
        var row = Assert.Single(Read().Table("paths").Rows);
        Assert.Equal([missed.Id.ToString(), thought.Id.ToString(), belief.Id.ToString()], row.Cells.Skip(7));
        Assert.Equal([.. missed.Events, .. thought.Events, .. belief.Events], row.Events);
    }

    [Fact]
    [Trait("capability", "C4")]
    public void Says_unlinked_of_a_miss_without_links()
    {
        journal.Outcome(journal.Practice(), 1, OutcomeState.Missed);
        Assert.Equal([("unlinked", "unattributed")], Read().Column("paths", "link").Zip(Read().Column("paths", "origin")));
    }

    [Fact]
    [Trait("capability", "C4")]
    public void Reaches_the_belief_through_the_decision_a_commitment_follows_from()
    {
        var belief = journal.Belief();
        var decision = journal.Decision(0, made: 1, with: one => one with { BeliefIds = [belief.Id] });
        journal.Commitment(1, OutcomeState.Missed, 3, with: one => one with { DecisionId = decision.Id });
        Assert.Equal([("decision", belief.Text)], Read().Column("paths", "thoughtKind").Zip(Read().Column("paths", "belief")));
    }

    private void Start(PracticeFact practice, double day, double late) =>
        journal.Outcome(practice, day, with: one => one with { StartedAt = one.OccurredAt, PlannedAt = one.OccurredAt.AddDays(-late) });

    private Report Read(int last = 50) => journal.Read(ThinkingReport.Kind, last);
}
