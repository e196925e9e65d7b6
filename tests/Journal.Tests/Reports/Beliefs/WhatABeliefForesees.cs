using Journal.Beliefs;
using Journal.Facts;
using Journal.Processes;
using Journal.Reports;
using Journal.Reports.Beliefs;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Reports.Beliefs;

public sealed class WhatABeliefForesees
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C153")]
    public void Is_scored_once_it_is_known_what_came()
    {
        var belief = journal.Belief(with: one => one with
        {
            Predictions = [Scored(0.9, false), Scored(0.6, true), new(journal.NewId(), CauseJournal.On(1), 0.5, CauseJournal.On(20), null, null)],
        });
        var report = Read();
        Assert.Equal((0.485, 2), (report.Figures.Single(one => one.Name == "brier" && one.Subject == belief.Id).Value, report.Figures.First(one => one.Name == "brier").N));
        Assert.Equal(["didNotCome", "cameTrue", "due"], report.Column("predictions", "state"));
    }

    [Theory]
    [Trait("capability", "C118")]
    [InlineData(FindingState.Found, new[] { 10, 9.6, 10.4, 4 })]
    [InlineData(FindingState.NotFound, new[] { 10, 9.6, 4, 4 })]
    [InlineData(FindingState.NotFound, new[] { 10.0, 10, 10, 14 })]
    public void Is_a_ceiling_where_three_weeks_come_within_5_percent_and_none_goes_beyond(FindingState state, double[] weeks)
    {
        journal.Belief(with: one => one with { Constraints = [new(CauseJournal.On(0), "it grows", "output", null, 10, [])] });
        for (var week = 0; week < weeks.Length; week++)
        {
            var amount = weeks[week];
            journal.Add((id, at, events) => new OutputFact { Id = id, OccurredAt = at, Events = events, Amount = amount }, 7 * week);
        }

        Assert.Equal(state, Read().Finding("ceiling").State);
    }

    [Theory]
    [Trait("capability", "C114")]
    [InlineData(3, FindingState.Found)]
    [InlineData(2, FindingState.NotFound)]
    public void Is_confirmed_for_control_where_half_of_the_outcomes_needed_the_person(int needed, FindingState state)
    {
        Named(ConstraintTemplate.ControlKeepsQuality);
        var practice = journal.Practice();
        for (var i = 0; i < 6; i++)
        {
            var need = i < needed;
            journal.Outcome(practice, 1 + i, with: one => one with { NeededOperator = need });
        }

        Assert.Equal(state, Read().Finding("signature").State);
    }

    [Theory]
    [Trait("capability", "C115")]
    [InlineData(9, FindingState.Found)]
    [InlineData(3, FindingState.NotFound)]
    public void Is_confirmed_for_complexity_where_runs_take_many_steps(int steps, FindingState state)
    {
        Named(ConstraintTemplate.ComplexityShowsWorth);
        var process = journal.Add((id, at, events) => new ProcessFact { Id = id, OccurredAt = at, Events = events, Versions = [new(at, "Edit", 4, true, false, null)] }, 0);
        for (var i = 0; i < 5; i++)
            journal.Add((id, at, events) => new RunFact { Id = id, OccurredAt = at, Events = events, ProcessId = process.Id, By = Runner.Self, Steps = steps }, 1 + i);
        Assert.Equal(state, Read().Finding("signature").State);
    }

    [Theory]
    [Trait("capability", "C116")]
    [InlineData(12, FindingState.Found)]
    [InlineData(1, FindingState.NotFound)]
    [InlineData(null, FindingState.Found)]
    public void Is_confirmed_for_speed_where_decisions_outlast_their_standard_open_ones_too(int? days, FindingState state)
    {
        Named(ConstraintTemplate.SpeedIsRisk);
        for (var i = 0; i < 5; i++)
            journal.Decision(1 + i, days is { } after ? 1 + i + after : null);
        Assert.Equal(state, Read().Finding("signature").State);
    }

    [Fact]
    [Trait("capability", "C117")]
    public void Is_only_asked_about_where_no_belief_names_the_signature()
    {
        for (var i = 0; i < 5; i++)
            journal.Decision(1 + i);
        var question = Read().Finding("question.speedIsRisk");
        Assert.EndsWith("It counts only once it is stated or confirmed.", question.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(question.Alternatives);
        Assert.Empty(Read().Table("ledger").Rows);
    }

    [Fact]
    [Trait("capability", "C114")]
    public void Is_neither_with_too_few_observations()
    {
        Named(ConstraintTemplate.ControlKeepsQuality);
        Assert.Equal(FindingState.Insufficient, Read().Finding("signature").State);
    }

    private static Prediction Scored(double probability, bool cameTrue) => new(Guid.NewGuid(), CauseJournal.On(1), probability, CauseJournal.On(5), cameTrue, CauseJournal.On(6));

    private void Named(ConstraintTemplate template) => journal.Belief(with: one => one with { Constraints = [new(CauseJournal.On(0), "it matters", "speed", template, null, [])] });

    private Report Read() => journal.Read(BeliefsReport.Kind, 100);
}
