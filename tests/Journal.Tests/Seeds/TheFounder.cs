using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.TimeTravel;

namespace Journal.Tests.Seeds;

public sealed class TheFounder
{
    private static readonly ReportRequest Request = new() { To = new(2026, 10, 25) };
    private static readonly CyclesReport Report = CyclesReport.Of(Guid.Empty, Request, SeedFile.Founder.Facts);

    [Fact]
    public void Went_through_two_cycles_and_is_in_a_third() =>
        Assert.Equal(
            [
                "recovered: 2025-01-06, peak 1, fell 2025-03-17 for 12 weeks to 0, back 2025-06-09",
                "recovered: 2025-06-09, peak 1, fell 2025-10-27 for 12 weeks to 0, back 2026-01-19",
                "open: 2026-01-19, peak 1, fell 2026-09-14 for 6 weeks to 0, back ",
            ],
            Practice("Talk to a customer").Cycles.Select(cycle => FormattableString.Invariant(
                $"{cycle.State}: {cycle.Onset:yyyy-MM-dd}, peak {cycle.Peak}, fell {cycle.Regression:yyyy-MM-dd} for {cycle.Weeks} weeks to {cycle.Trough}, back {cycle.Recovered:yyyy-MM-dd}")));

    [Fact]
    public void Had_an_intervention_under_way_in_each_recovered_cycle_and_the_second_still_in_the_third() =>
        Assert.Equal([1, 2, 1], Practice("Talk to a customer").Cycles.Select(cycle => cycle.Interventions.Count));

    [Fact]
    public void Holds_the_weekly_numbers()
    {
        var numbers = Practice("Send the numbers of the week to the team");
        Assert.Empty(numbers.Cycles);
        Assert.Equal((new DateOnly(2025, 5, 5), 77), (numbers.OpenProgress!.Onset, numbers.OpenProgress.Weeks));
    }

    [Fact]
    public void Never_made_progress_with_free_fridays()
    {
        var fridays = Practice("Keep Friday free of meetings");
        Assert.Empty(fridays.Cycles);
        Assert.Null(fridays.OpenProgress);
        Assert.Null(fridays.Insufficient);
    }

    [Fact]
    public void Walks_on_too_few_days_for_any_progress()
    {
        var walks = Practice("Walk without the phone");
        Assert.Equal((2, 0, null), (walks.N, walks.Cycles.Count, walks.OpenProgress));
    }

    [Fact]
    public void Is_told_so_in_one_sentence() =>
        Assert.StartsWith(
            "“Talk to a customer” has been in regression for 6 weeks, since 14 September 2026: from a peak of 100 % to 0 % at the lowest.",
            Standing.Of(AlignmentReport.Of(Guid.Empty, Request, SeedFile.Founder.Facts), Report).Sentence,
            StringComparison.Ordinal);

    private static PracticeCycles Practice(string title) => Report.Practices.Single(practice => practice.Title == title);
}
