using Journal.Decisions;
using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Decisions;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Decisions;

public sealed class MakingDecisions
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C121")]
    public void Open_decisions_are_waited_for_and_not_left_out()
    {
        foreach (var made in new double?[] { 10, 20, 30, null, null })
        {
            book.Decision(0, made);
        }

        var report = Read(13);
        Assert.Equal((30.0, 5), (report.Figure("latency.median").Value, report.Figure("latency.median").N));
        Assert.Equal(2, report.Figure("open").Value);
    }

    [Fact]
    [Trait("capability", "C121")]
    public void A_decision_made_after_the_window_was_open_at_its_end()
    {
        book.Decision(0, 500);
        Assert.Equal(1, Read(13).Figure("open").Value);
        Assert.Equal(0, Read(27).Figure("open").Value);
    }

    [Fact]
    public void What_is_asked_for_one_aim_speaks_of_that_aim_only()
    {
        var aim = book.Id();
        book.Decision(0, with: one => one with { AimId = aim });
        book.Decision(0);
        Assert.Equal((1.0, 1), (book.Read(DecisionsReport.Kind, to: 6, aim: aim).Figure("open").Value, book.Read(DecisionsReport.Kind, to: 6, aim: aim).Figure("open").N));
    }

    [Fact]
    public void A_rule_that_was_changed_is_judged_by()
    {
        book.Decision(0, with: one => one with { Reviews = [new(book.Id(), At(1), false, null)] });
        Assert.Equal(FindingState.Found, book.Read(DecisionsReport.Kind, to: 6, rules: RuleSet.Default.With("passes", 1).Set).State("overAnalysis"));
    }

    [Fact]
    [Trait("capability", "C164")]
    public void A_standard_of_48_hours_and_a_decision_after_72_is_a_breach_of_24()
    {
        Standard(48, "pricing");
        book.Decision(0, 72, with: one => one with { Class = "Pricing" });
        book.Decision(0, 40, with: one => one with { Class = "pricing" });
        var report = Read(13);
        Assert.Equal(["24"], report.Table("standard.breaches").Column("breachHours"));
        Assert.Equal((24.0, 0.5), (report.Figure("standard.breachHours").Value, report.Figure("standard.kept").Value));
    }

    [Fact]
    [Trait("capability", "C164")]
    public void A_decision_that_is_open_past_its_standard_breaches_it_and_one_within_it_says_nothing_yet()
    {
        Standard(48);
        book.Decision(0);
        book.Decision(7 * 24 - 12);
        var breaches = Read(6).Table("standard.breaches");
        Assert.Equal([("120", "open")], breaches.Column("breachHours").Zip(breaches.Column("state")).Select(one => (one.First!, one.Second!)));
    }

    [Fact]
    [Trait("capability", "C164")]
    public void The_standard_of_its_class_that_was_in_force_when_it_was_opened_counts()
    {
        Standard(10);
        Standard(100, "hiring");
        book.Add(new StandardFact { Id = book.Id(), OccurredAt = At(50), Events = [book.Id()], Class = "hiring", Hours = 1 });
        book.Decision(1, 60, with: one => one with { Class = "hiring" });
        book.Decision(1, 60, with: one => one with { Class = "other" });
        Assert.Equal(["49"], Read(13).Table("standard.breaches").Column("breachHours"));
    }

    [Theory]
    [InlineData("---", true)]
    [InlineData("--", false)]
    [InlineData("---+", false)]
    [Trait("capability", "C123")]
    public void Three_reviews_without_a_fact_are_flagged_and_one_fact_resets(string reviews, bool flagged)
    {
        var decision = book.Decision(0, with: one => one with { Reviews = [.. reviews.Select((review, i) => new Review(book.Id(), At(i + 1), review == '+', null))] });
        var finding = Read(6).Finding("overAnalysis");
        Assert.Equal((flagged ? FindingState.Found : FindingState.NotFound, flagged ? decision.Id : (Guid?)null), (finding.State, finding.Subject));
    }

    [Fact]
    [Trait("capability", "C123")]
    public void Going_past_the_standard_is_flagged_without_any_review()
    {
        Standard(48);
        book.Decision(0, 72);
        Assert.Equal("\"Publish?\": 0 reviews in a row without a new fact; 24 hours beyond its standard of 48.", Read(6).Finding("overAnalysis").Sentence);
    }

    [Fact]
    [Trait("capability", "C124")]
    public void Two_of_four_were_made_within_an_hour_of_a_trigger_with_no_options()
    {
        book.Decision(0, 0.5, with: one => one with { Options = 0, TriggeredAt = At(0) });
        book.Decision(0, 1, with: one => one with { Options = 0, TriggeredAt = At(0) });
        book.Decision(0, 2, with: one => one with { Options = 0, TriggeredAt = At(0) });
        book.Decision(0, 0.5, with: one => one with { Options = 2, TriggeredAt = At(0) });
        book.Decision(0);
        Assert.Equal((0.5, 4), (Read(6).Figure("reactive").Value, Read(6).Figure("reactive").N));
    }

    [Fact]
    [Trait("capability", "C77")]
    public void Faster_but_worse_calibrated_is_not_accepted()
    {
        Halves(secondTrue: false);
        var finding = Read(27).Finding("accelerated");
        Assert.Equal(FindingState.NotFound, finding.State);
        Assert.StartsWith("Faster but worse calibrated", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C77")]
    public void Faster_and_as_well_calibrated_is_an_acceleration()
    {
        Halves(secondTrue: true);
        Assert.Equal(FindingState.Found, Read(27).State("accelerated"));
    }

    [Fact]
    [Trait("capability", "M19")]
    public void The_calibration_lists_what_was_stated_against_what_came_true()
    {
        Halves(secondTrue: false);
        var report = Read(27);
        Assert.Equal(0.41, report.Figure("calibration.brier").Value);
        Assert.Equal(["0.5"], report.Table("calibration.bins").Column("cameTrue"));
    }

    [Fact]
    [Trait("capability", "C165")]
    public void Loops_that_became_fewer_are_removed()
    {
        for (var i = 0; i < 3; i++)
        {
            book.Decision(0, 60, with: one => one with { Reviews = [new(book.Id(), At(5), false, null), new(book.Id(), At(9), false, null)] });
            book.Decision(400, 420);
        }

        var report = Read(27);
        Assert.Equal(FindingState.Found, report.State("loopsRemoved"));
        Assert.Equal([2.0, 0.0], report.Figures.Where(figure => figure.Name == "loops").Select(figure => figure.Value));
    }

    [Fact]
    public void An_empty_journal_is_insufficient() => Assert.StartsWith("insufficient data", Read(6).Insufficient, StringComparison.Ordinal);

    private Report Read(int to) => book.Read(DecisionsReport.Kind, to);

    private void Standard(double hours, string? name = null) => book.Add(new StandardFact { Id = book.Id(), OccurredAt = At(0), Events = [book.Id()], Class = name, Hours = hours });

    // Three decisions of 50 hours, stated at 0.9 and true, in the first two weeks; three of 10 hours in the next two.
    private void Halves(bool secondTrue)
    {
        for (var i = 0; i < 3; i++)
        {
            book.Decision(i, 50 + i, 0.9, true);
            book.Decision(400 + i, 410 + i, 0.9, secondTrue);
        }
    }
}
