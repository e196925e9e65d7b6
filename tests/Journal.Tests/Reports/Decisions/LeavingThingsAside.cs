using Journal.Beliefs;
using Journal.Decisions;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Reports;
using Journal.Reports.Decisions;
using Journal.Signals;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Decisions;

public sealed class LeavingThingsAside
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C122")]
    public void A_signal_without_action_for_two_weeks_is_listed_with_its_days()
    {
        Signal("Two clients asked for less");
        Signal("A fresh one", day: 20);
        Signal("Acted on", with: one => one with { ActedAt = At(24) });
        var report = Read(20);
        Assert.Equal(["Two clients asked for less"], report.Table("signals.withoutAction").Column("signal"));
        Assert.Equal(["21"], report.Table("signals.withoutAction").Column("days"));
        Assert.Equal((1.0, 3), (report.Figure("signals.waiting").Value, report.Figure("signals.waiting").N));
    }

    [Fact]
    [Trait("capability", "C122")]
    public void What_was_set_aside_is_listed_with_the_belief_it_was_set_aside_by()
    {
        var belief = Belief(BeliefOrigin.Explicit);
        Signal("Set aside", with: one => one with { DismissedAt = At(24), DismissedBy = belief.Id });
        Assert.Equal(["Quality sells itself"], Read(20).Table("signals.dismissed").Column("belief"));
    }

    [Fact]
    [Trait("capability", "C122")]
    public void A_belief_that_is_only_suspected_is_not_named()
    {
        var suspected = Belief(BeliefOrigin.Inferred);
        Signal("Set aside", with: one => one with { DismissedAt = At(24), DismissedBy = suspected.Id });
        Assert.Equal([null], Read(20).Table("signals.dismissed").Column("belief"));
    }

    [Fact]
    [Trait("capability", "C39")]
    [Trait("capability", "C119")]
    public void Turning_the_priorities_round_is_a_churn_of_3()
    {
        Ranking(0, "ABC");
        Ranking(1, "CBA");
        Assert.Equal(3, Read(20).Figure("priorities.churn").Value);
    }

    [Fact]
    [Trait("capability", "C125")]
    [Trait("capability", "C126")]
    public void Two_small_moves_are_both_listed_and_their_drift_adds_up()
    {
        Ranking(0, "ABC");
        Ranking(1, "BAC");
        Ranking(2, "BCA");
        var report = Read(20);
        Assert.Equal(["1", "1"], report.Table("priorities.steps").Column("moved"));
        Assert.Equal(["1", "2"], report.Table("priorities.steps").Column("drift"));
        Assert.Equal((1.0, 2.0), (report.Figure("priorities.churn").Value, report.Figure("priorities.drift").Value));
    }

    [Fact]
    [Trait("capability", "C120")]
    public void One_of_three_interpretations_speaks_for_acting_and_one_does_not_say()
    {
        foreach (var supports in new bool?[] { true, false, false, null })
        {
            book.Add(new InterpretationFact { Id = book.Id(), OccurredAt = At(1), Events = [book.Id()], Reading = InterpretationKind.Risk, Text = "Too soon", Supports = supports });
        }

        var report = Read(20);
        Assert.Equal((0.3333, 3), (report.Figure("readings.supporting").Value, report.Figure("readings.supporting").N));
        Assert.Equal(["risk", "4", "1", "2", "1"], Assert.Single(report.Table("readings.kinds").Rows).Cells);
    }

    [Fact]
    [Trait("capability", "C163")]
    public void A_non_negotiable_floor_is_listed_with_the_weeks_that_kept_to_it()
    {
        var practice = book.Practice(with: one => one with { Floors = [new(At(0), 0.5, NonNegotiable: true)] });
        book.Days(practice, "xxxxxxx" + "xoooooo" + ".......");
        Assert.Equal(["Write", "0.5", "1", "1", "1"], Assert.Single(Read(20).Table("nonNegotiables").Rows).Cells);
    }

    private Report Read(int to) => book.Read(DecisionsReport.Kind, to);

    private void Signal(string text, int day = 0, Func<SignalFact, SignalFact>? with = null)
    {
        var signal = new SignalFact { Id = book.Id(), OccurredAt = At(day * 24), Events = [book.Id()], Text = text };
        book.Add(with?.Invoke(signal) ?? signal);
    }

    private void Ranking(int day, string items) => book.Add(new RankingFact { Id = book.Id(), OccurredAt = At(day * 24), Events = [book.Id()], Items = [.. items.Select(item => item.ToString())] });

    private BeliefFact Belief(BeliefOrigin origin) => book.Add(new BeliefFact
    {
        Id = book.Id(),
        OccurredAt = At(0),
        Events = [book.Id()],
        Text = "Quality sells itself",
        Scope = BeliefScope.SafeToIgnore,
        Stance = BeliefStance.Limits,
        Origin = origin,
        Ratings = [new(At(0), 0.9)],
    });
}
