using Journal.Beliefs;
using Journal.Facts;
using Journal.Interventions;
using Journal.Reports;
using Journal.Reports.Interventions;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Reports.Interventions;

public sealed class AnInterventionThatWasTried
{
    private readonly CauseJournal journal = new();

    [Fact]
    [Trait("capability", "C67")]
    [Trait("capability", "C68")]
    [Trait("capability", "C69")]
    public void Shows_the_beliefs_before_and_after_it()
    {
        var started = Start(7, end: 30, Layer.Belief);
        var serving = journal.Belief(day: 14, text: "Being seen brings work", stance: BeliefStance.Serves, strength: 0.6);
        journal.Belief(text: "Being seen is a risk", with: one => one with { Ratings = [.. one.Ratings, new(CauseJournal.On(10), 0.4)], EndedAt = CauseJournal.On(14), ReplacedBy = serving.Id });
        journal.Belief(text: "Effort is the reward", with: one => one with { EndedAt = CauseJournal.On(40) });
        var rows = Read(60).Table("beliefChanges").Rows;
        Assert.All(rows, row => Assert.Equal(started.Id, row.Subject));
        Assert.Equal(
            [["rated", "Being seen is a risk", "0.9", "Being seen is a risk", "0.4"], ["replaced", "Being seen is a risk", "0.4", "Being seen brings work", "0.6"]],
            rows.Select(row => row.Cells.Skip(2).ToArray()));
    }

    [Fact]
    [Trait("capability", "C72")]
    [Trait("capability", "C73")]
    [Trait("capability", "C74")]
    public void Is_compared_with_the_weeks_before_in_adherence_consistency_effort_and_speed()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [2, 2], one => one with { Effort = 6, PlannedAt = one.OccurredAt, StartedAt = one.OccurredAt.AddDays(2) });
        journal.Weeks(practice, 2, [5, 6, 7], one => one with { Effort = 3, PlannedAt = one.OccurredAt, StartedAt = one.OccurredAt });
        foreach (var (opened, made) in new[] { (0.0, 6.0), (7.0, 13.0), (21.0, 22.0), (28.0, 29.0) })
            journal.Decision(opened, made);
        Start(14);
        var report = Read(34);
        Assert.Equal(
            [("adherence", "0.2857", "0.9286"), ("friction", "6", "3"), ("delay", "2", "0"), ("latency", "144", "24"), ("corrections", "0", "0"), ("consistency", "0", "1")],
            report.Table("sides").Rows.Select(row => (row.Cells[1], row.Cells[3], row.Cells[5])));
        Assert.Equal(2, report.Figure("friction.before").N);
    }

    [Fact]
    [Trait("capability", "C74")]
    public void Says_nothing_with_one_known_week_on_a_side()
    {
        journal.Weeks(journal.Practice(), 0, [2, 2, 6]);
        Start(7);
        var figure = Read(20).Figure("adherence.before");
        Assert.Equal((null, "insufficient data: 1 of 2 known weeks"), (figure.Value, figure.Insufficient));
    }

    [Fact]
    [Trait("capability", "C80")]
    public void Shows_that_less_has_to_be_put_right_after_it()
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [5, 5, 5, 5, 5]);
        foreach (var day in new[] { 1, 2, 8, 9, 22 })
            journal.Add((id, at, events) => new CorrectionFact { Id = id, OccurredAt = at, Events = events, SourceId = practice.Id }, day);
        Start(14);
        Assert.Equal((0.4, 0.1), (Read(34).Figure("corrections.before").Value, Read(34).Figure("corrections.after").Value));
    }

    [Theory]
    [Trait("capability", "C75")]
    [InlineData(new[] { 7, 7, 7, 1, 1 }, "temporary", "3")]
    [InlineData(new[] { 7, 7, 7, 7, 7, 7, 7, 7, 1, 1 }, "durable", "8")]
    [InlineData(new[] { 7, 1, 7, 7, 7, 7, 7, 7, 7 }, "durable", "9")]
    [InlineData(new[] { 7, 7, 7 }, "tooEarly", "3")]
    public void Is_temporary_where_a_regression_follows_its_end_within_eight_weeks(int[] after, string outcome, string held)
    {
        var practice = journal.Practice();
        journal.Weeks(practice, 0, [1, 1, 7, 7, 7]);
        journal.Weeks(practice, 5, after);
        Start(14, end: 34);
        var report = Read(34 + (7 * after.Length));
        Assert.Equal([(outcome, held)], report.Column("durability", "outcome").Zip(report.Column("durability", "weeksHeld")));
    }

    [Fact]
    [Trait("capability", "C75")]
    public void Cannot_have_kept_progress_there_never_was()
    {
        journal.Weeks(journal.Practice(), 0, [1, 1, 2, 2, 1, 1, 1]);
        Start(14, end: 27);
        Assert.Equal(["noProgress"], Read(48).Column("durability", "outcome"));
    }

    [Fact]
    [Trait("capability", "C75")]
    [Trait("capability", "C96")]
    public void Is_durable_where_one_practice_lapses_in_a_week_and_another_in_the_next()
    {
        journal.Weeks(journal.Practice(title: "one"), 0, [7, 7, 7, 1, 7, 7, 7, 7, 7, 7, 7, 7]);
        journal.Weeks(journal.Practice(title: "other"), 0, [7, 7, 7, 7, 1, 7, 7, 7, 7, 7, 7, 7]);
        Start(0, end: 20);
        Assert.Equal([("durable", "9")], Read(83).Column("durability", "outcome").Zip(Read(83).Column("durability", "weeksHeld")));
    }

    [Fact]
    [Trait("capability", "C75")]
    public void Is_temporary_where_one_of_two_practices_regresses_and_says_which()
    {
        journal.Weeks(journal.Practice(title: "kept"), 0, [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]);
        journal.Weeks(journal.Practice(title: "lost"), 0, [7, 7, 7, 7, 1, 1, 1, 1, 7, 7, 7, 7]);
        Start(0, end: 20);
        Assert.Equal(
            "Temporary: after “Ship it rough” had ended, the progress of “lost” held for 1 known week; a regression began in the week of 2026-02-02.",
            Read(83).Finding("temporary").Sentence);
    }

    [Fact]
    [Trait("capability", "C93")]
    [Trait("capability", "C94")]
    public void Is_counted_by_its_layers_with_n_and_compared_as_alone_only_from_five_on()
    {
        var (kept, lost) = (journal.Aim("kept"), journal.Aim("lost"));
        journal.Weeks(journal.Practice(kept.Id), 0, [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]);
        journal.Weeks(journal.Practice(lost.Id), 0, [7, 7, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0]);
        Start(0, 20, [Layer.Belief, Layer.Execution], kept.Id);
        Start(0, 20, [Layer.Execution], lost.Id);
        var report = Read(83);
        Assert.Equal((1, 1), (report.Figure("durable.manyLayers").Value, report.Figure("durable.manyLayers").N));
        Assert.Equal((0, 1), (report.Figure("durable.oneLayer").Value, report.Figure("durable.oneLayer").N));
        Assert.Equal("insufficient data: 2 of 5 ended interventions of that sort", report.Figure("durable.together").Insufficient);
        Assert.Equal("insufficient data: 0 of 5 ended interventions of that sort", report.Figure("durable.alone").Insufficient);
    }

    [Fact]
    [Trait("capability", "C95")]
    public void Overlaps_with_another_by_days()
    {
        Start(0, end: 9);
        Start(7, end: 20);
        Start(30);
        Assert.Equal(["3"], Read(60).Column("overlaps", "days"));
    }

    private InterventionFact Start(double day, double? end = null, params Layer[] layers) => Start(day, end, layers.Length == 0 ? [Layer.Execution] : layers, null);

    private InterventionFact Start(double day, double? end, Layer[] layers, Guid? aim) => journal.Add(
        (id, at, events) => new InterventionFact { Id = id, OccurredAt = at, Events = events, Title = "Ship it rough", Layers = layers, AimId = aim, EndedAt = end is { } last ? CauseJournal.On(last) : null }, day);

    private Report Read(int last) => journal.Read(InterventionsReport.Kind, last);
}
