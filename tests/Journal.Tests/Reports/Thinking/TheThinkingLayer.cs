using Journal.Decisions;
using Journal.Facts;
using Journal.Reports.Alignment;
using Journal.Tests.Reports.Causes;

namespace Journal.Tests.Reports.Thinking;

public sealed class TheThinkingLayer
{
    private readonly CauseJournal journal = new();

    [Fact]
    public void Is_not_known_without_a_record_of_thinking()
    {
        journal.Weeks(journal.Practice(), 0, [7, 7]);
        Assert.All(Read(13).Weeks, week => Assert.Equal("decisions, their reviews, or interpretations", week.Thinking.Missing));
    }

    [Fact]
    [Trait("capability", "C70")]
    public void Is_the_mean_of_standard_passes_and_congruence()
    {
        journal.Decision(0, made: 2, with: one => one with { Reviews = [Review(1, newFact: false)] });
        journal.Interpretation(1, supports: true);
        journal.Interpretation(2, supports: false);
        var week = Assert.Single(Read(6).Weeks);
        Assert.Equal([("congruence", 0.5), ("fewPasses", 0.6667), ("withinStandard", 1.0)], week.Thinking.Parts.Select(part => (part.Key, part.Value)));
        Assert.Equal((0.7222, 4), (week.Thinking.Score, week.Thinking.N));
    }

    [Fact]
    [Trait("capability", "C164")]
    public void Counts_an_open_decision_past_its_standard_as_a_breach_once()
    {
        journal.Add((id, at, events) => new StandardFact { Id = id, OccurredAt = at, Events = events, Class = "topic", Hours = 48 }, 0);
        journal.Decision(1, with: one => one with { Class = "Topic" });
        Assert.Equal([0, null, null], Read(20).Weeks.Select(week => week.Thinking.Score));
    }

    [Fact]
    public void Takes_the_rules_standard_where_the_person_set_none()
    {
        journal.Decision(0, made: 6);
        journal.Decision(0, made: 9);
        Assert.Equal([1, 0], Read(13).Weeks.Select(week => week.Thinking.Parts["withinStandard"]));
    }

    [Fact]
    public void Judges_no_decision_that_was_dropped_in_time()
    {
        journal.Decision(0, with: one => one with { Turns = [new(TurnKind.Dropped, CauseJournal.On(2), null)] });
        Assert.Empty(Read(30).Weeks);
    }

    [Fact]
    public void Forgets_passes_once_a_review_brings_a_new_fact()
    {
        journal.Decision(0, with: one => one with { Reviews = [Review(1, false), Review(2, false), Review(3, false), Review(4, newFact: true)] });
        Assert.Equal(1, Read(6).Weeks[0].Thinking.Parts["fewPasses"]);
    }

    [Fact]
    public void Is_nothing_after_three_passes()
    {
        journal.Decision(0, with: one => one with { Reviews = [Review(1, false), Review(2, false), Review(3, false)] });
        Assert.Equal(0, Read(6).Weeks[0].Thinking.Parts["fewPasses"]);
    }

    [Fact]
    public void Does_not_change_a_week_when_more_is_recorded_later()
    {
        journal.Decision(0, with: one => one with { Reviews = [Review(1, false), Review(9, newFact: true)], Turns = [new(TurnKind.Made, CauseJournal.On(16), null)] });
        var (early, late) = (Read(13).Weeks, Read(30).Weeks);
        Assert.Equal(early.Select(week => (week.Week, week.Thinking.Score)), late.Take(early.Count).Select(week => (week.Week, week.Thinking.Score)));
    }

    private static Review Review(double day, bool newFact) => new(Guid.NewGuid(), CauseJournal.On(day), newFact, null);

    private AlignmentReport Read(int last) => AlignmentReport.Of(Guid.Empty, new() { To = CauseJournal.Monday.AddDays(last) }, journal.Facts);
}
