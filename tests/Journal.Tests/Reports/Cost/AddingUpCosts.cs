using System.Globalization;
using Journal.Facts;
using Journal.Growth;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Cost;
using Journal.Work;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Cost;

public sealed class AddingUpCosts
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C30")]
    public void Every_total_equals_the_sum_of_its_rows_and_names_their_events()
    {
        // Due at 0 and done after 48 hours; planned for 0 and begun after 12; open since 24 hours before the end.
        book.Commitment(0, 40, OutcomeState.Finished, 48, with: one => one with { DueAt = At(0), Endings = [one.Endings[0] with { Effort = 6 }] });
        book.Commitment(0, 12, OutcomeState.Finished, 100);
        book.Commitment(6 * 24, with: one => one with { DueAt = At(6 * 24) });
        book.Commitment(0, ended: OutcomeState.Skipped, at: 90, with: one => one with { DueAt = At(0) });
        Waiting(90);
        Rework(45);
        var report = Read();
        Assert.Equal((3.5, 3), (report.Figure("slipped").Value, report.Figure("slipped").N));
        Assert.Equal((1.5, 0.75, 6.0), (report.Figure("waiting").Value, report.Figure("rework").Value, report.Figure("effort").Value));
        foreach (var (figure, sort) in new[] { ("slipped", "slip"), ("waiting", "waiting"), ("rework", "rework"), ("effort", "effort") })
        {
            var rows = report.Table("costs").Rows.Where(row => row.Cells[0] == sort).ToList();
            Assert.Equal(report.Figure(figure).Value!.Value, rows.Sum(row => double.Parse(row.Cells[2]!, CultureInfo.InvariantCulture)), 4);
            Assert.Equal(report.Figure(figure).Events.Order(), rows.SelectMany(row => row.Events).Distinct().Order());
        }
    }

    [Fact]
    [Trait("capability", "C156")]
    public void Drag_is_waiting_and_rework_with_the_events_of_both()
    {
        var events = Waiting(90).Events.Concat(Rework(45).Events);
        book.Add(new TimeFact { Id = book.Id(), OccurredAt = At(1), Events = [book.Id()], Minutes = 500, Mode = TimeMode.Doing });
        Assert.Equal((2.25, 2), (Read().Figure("drag").Value, Read().Figure("drag").N));
        Assert.Equal(events, Read().Figure("drag").Events);
    }

    [Fact]
    [Trait("capability", "C30")]
    public void Without_records_there_is_no_total_rather_than_a_zero() => Assert.StartsWith("insufficient data", Read().Figure("slipped").Insufficient, StringComparison.Ordinal);

    [Fact]
    [Trait("capability", "C98")]
    public void Both_slopes_of_each_pair_are_shown()
    {
        var practice = book.Practice();
        string[] weeks = ["xxxxxxx", "xxxxxxo", "xxxxxoo", "xxxxooo", "xxxoooo", "xxooooo"];
        for (var week = 0; week < weeks.Length; week++)
        {
            book.Days(practice, weeks[week], from: week * 7);
            Rework(60 * (week + 1), week * 7 * 24);
            book.Add(new LoadFact { Id = book.Id(), OccurredAt = At(week * 7 * 24), Events = [book.Id()], Opportunities = 2 * week, Visibility = week + 1, Pressure = 4, Expectation = week + 1 });
        }

        var report = Read(41);
        Assert.Equal([2.0, 1.0, 1.0, 0.0, 1.0], new[] { "opportunity", "inefficiency", "visibility", "pressure", "expectation" }.Select(name => report.Figure($"{name}.slope").Value!.Value));
        Assert.Equal(-0.1429, report.Figure("stability.slope").Value);
        Assert.Equal(
            (FindingState.Found, FindingState.NotFound, FindingState.Found),
            (report.State("pair.opportunity.inefficiency"), report.State("pair.visibility.pressure"), report.State("pair.expectation.stability")));
    }

    [Fact]
    [Trait("capability", "C98")]
    public void Four_weeks_are_too_few_for_a_slope() => Assert.Equal(FindingState.Insufficient, Read(27).State("pair.visibility.pressure"));

    private Report Read(int to = 6) => book.Read(CostReport.Kind, to);

    private TimeFact Waiting(double minutes) => book.Add(new TimeFact { Id = book.Id(), OccurredAt = At(1), Events = [book.Id()], Minutes = minutes, Mode = TimeMode.Waiting });

    private CorrectionFact Rework(double minutes, double hour = 1) => book.Add(new CorrectionFact { Id = book.Id(), OccurredAt = At(hour), Events = [book.Id()], Minutes = minutes });
}
