using Journal.Aims;
using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Energy;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Energy;

public sealed class RatingHowItGoes
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C33")]
    public void Confidence_in_action_is_its_mean_on_days_of_action_only()
    {
        book.Days(book.Practice(), "xxxooo");
        foreach (var (rating, day) in new[] { 6, 6, 3, 1, 1, 1 }.Select((rating, day) => (rating, day)))
        {
            book.Sample(day, confidence: rating);
        }

        var report = Read(6);
        Assert.Equal((5.0, 3), (report.Figure("confidence.action").Value, report.Figure("confidence.action").N));
        Assert.Equal((1.0, 3), (report.Figure("confidence.action.otherwise").Value, report.Figure("confidence.action.otherwise").N));
    }

    [Fact]
    [Trait("capability", "C34")]
    public void Doubt_in_pauses_is_its_mean_on_days_with_a_pause()
    {
        book.Commitment(0, with: one => one with { Turns = [new(At(1), Started: true), new(At(30), Started: false), new(At(50), Started: true), new(At(80), Started: false), new(At(100), Started: false)] });
        foreach (var (rating, day) in new[] { 1, 5, 1, 6, 7 }.Select((rating, day) => (rating, day)))
        {
            book.Sample(day, doubt: rating);
        }

        Assert.Equal((6.0, 3), (Read(6).Figure("doubt.pauses").Value, Read(6).Figure("doubt.pauses").N));
    }

    [Fact]
    [Trait("capability", "C35")]
    public void Frustration_in_inconsistency_is_its_mean_in_weeks_below_the_floor_and_unknown_weeks_are_not_among_them()
    {
        book.Days(book.Practice(), "xxxxxxx" + "xoooooo" + ".......");
        foreach (var (day, rating) in new[] { (0, 1), (7, 5), (9, 6), (13, 7), (15, 2), (16, 2), (17, 2) })
        {
            book.Sample(day, frustration: rating);
        }

        Assert.Equal((6.0, 3), (Read(20).Figure("frustration.inconsistency").Value, Read(20).Figure("frustration.inconsistency").N));
    }

    [Fact]
    [Trait("capability", "C36")]
    public void One_seven_one_seven_is_a_volatility_of_36_with_every_change_acute()
    {
        foreach (var (rating, day) in new[] { 1, 7, 1, 7 }.Select((rating, day) => (rating, day)))
        {
            book.Sample(day, frustration: rating);
        }

        Assert.Equal((36.0, 1.0), (Read(6).Figure("frustration.volatility").Value, Read(6).Figure("frustration.acute").Value));
    }

    [Fact]
    [Trait("capability", "C46")]
    public void A_spike_that_is_back_after_three_weeks_was_transient()
    {
        Weeks(3, 3, 6, 6, 5, 3, 3);
        var report = Read(48);
        Assert.Equal((FindingState.Found, 3.0), (report.State("motivationTransient"), report.Figure("motivation.decayLag").Value));
    }

    [Theory]
    [InlineData(new[] { 3, 3, 6, 6, 6, 6, 6, 6 }, FindingState.NotFound)]
    [InlineData(new[] { 3, 3, 4, 3, 4, 3, 4, 3 }, FindingState.NotFound)]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3, 6, 6 }, FindingState.Insufficient)]
    [InlineData(new[] { 3, 6 }, FindingState.Insufficient)]
    [Trait("capability", "C46")]
    public void A_rise_that_stays_none_at_all_and_one_too_young_are_not_transient(int[] weeks, FindingState expected)
    {
        Weeks(weeks);
        Assert.Equal(expected, Read((7 * weeks.Length) - 1).State("motivationTransient"));
    }

    [Fact]
    [Trait("capability", "C48")]
    public void Falling_energy_and_then_silence_is_a_soft_notice_with_other_explanations()
    {
        Falling();
        book.Add(new AimFact { Id = book.Id(), OccurredAt = At(0), Events = [book.Id()], Title = "A book", ClosedAt = At(35 * 24), Ending = AimEnding.Abandoned });
        var finding = Read(36 + 10).Finding("fading");
        Assert.Equal(FindingState.Found, finding.State);
        Assert.Contains("nothing was recorded in the last 10 days, and 1 aim was given up", finding.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Alternatives);
    }

    [Fact]
    [Trait("capability", "C48")]
    public void Falling_energy_without_silence_is_none()
    {
        Falling();
        book.Decision(24 * 34, 24 * 40);
        Assert.Equal(FindingState.NotFound, Read(36 + 10).State("fading"));
    }

    [Fact]
    [Trait("capability", "C48")]
    public void Silence_after_steady_energy_is_none()
    {
        for (var day = 0; day < 36; day++)
        {
            book.Sample(day, energy: 4 + (day % 2));
        }

        Assert.Equal(FindingState.NotFound, Read(60).State("fading"));
    }

    [Theory]
    [InlineData(new[] { 2, 6, 2, 6 }, new[] { 5, 5, 5, 6 }, FindingState.Found)]
    [InlineData(new[] { 2, 6, 2, 6 }, new[] { 3, 3, 3, 3 }, FindingState.NotFound)]
    [InlineData(new[] { 1, 5, 1, 5 }, new[] { 3, 3, 3, 3 }, FindingState.NotFound)]
    [InlineData(new[] { 5, 5, 5, 5 }, new[] { 2, 7, 7, 7 }, FindingState.NotFound)]
    [InlineData(new[] { 5, 5, 5, 5 }, new[] { 2 }, FindingState.Insufficient)]
    [Trait("capability", "C78")]
    public void Energy_stabilises_when_it_varies_less_at_no_lower_level_and_flat_low_is_not_stable(int[] first, int[] second, FindingState expected)
    {
        for (var i = 0; i < first.Length; i++)
        {
            book.Sample(i, energy: first[i]);
        }

        for (var i = 0; i < second.Length; i++)
        {
            book.Sample(i + 10, energy: second[i]);
        }

        Assert.Equal(expected, Read(15).State("energyStabilises"));
    }

    [Fact]
    [Trait("capability", "C47")]
    [Trait("capability", "C49")]
    public void What_execution_says_of_effort_and_motivation_stands_here_too()
    {
        var report = Read(6);
        Assert.Equal(FindingState.Insufficient, report.State("heldByEffort"));
        Assert.NotNull(report.Figure("adherence.lowMotivation").Insufficient);
    }

    private Report Read(int to) => book.Read(EnergyReport.Kind, to);

    private void Weeks(params int[] motivation)
    {
        for (var week = 0; week < motivation.Length; week++)
        {
            book.Sample(7 * week, motivation: motivation[week]);
        }
    }

    private void Falling()
    {
        for (var week = 0; week < 6; week++)
        {
            book.Sample(7 * week, energy: 6 - week);
            book.Sample((7 * week) + 1, energy: 6 - week + (week % 2));
        }
    }
}
