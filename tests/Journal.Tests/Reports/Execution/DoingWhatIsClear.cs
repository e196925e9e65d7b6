using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Execution;

namespace Journal.Tests.Reports.Execution;

public sealed class DoingWhatIsClear
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C1")]
    public void Of_ten_rated_clear_three_done_leave_a_gap_of_70_percent()
    {
        Rated(4, done: 3, missed: 7);
        var report = Read();
        Assert.Equal((0.7, 10), (report.Figure("clear.gap").Value, report.Figure("clear.gap").N));
    }

    [Fact]
    [Trait("capability", "C2")]
    public void Equal_adherence_in_both_groups_is_not_explained_by_clarity()
    {
        Rated(6, done: 2, missed: 2);
        Rated(2, done: 2, missed: 2);
        var finding = Read().Finding("clarityExplains");
        Assert.Equal((FindingState.NotFound, "As of 5 January 2026, when the records end: Clarity does not explain this: 50 % of what was clear was done, and 50 % of what was less clear."), (finding.State, finding.Sentence));
    }

    [Fact]
    [Trait("capability", "C2")]
    public void A_difference_between_the_groups_is_shown()
    {
        Rated(6, done: 4, missed: 0);
        Rated(2, done: 1, missed: 3);
        Assert.Equal(FindingState.Found, Read().State("clarityExplains"));
    }

    [Fact]
    [Trait("capability", "C2")]
    public void With_one_group_only_it_cannot_be_told()
    {
        Rated(6, done: 4, missed: 0);
        Assert.Equal(FindingState.Insufficient, Read().State("clarityExplains"));
    }

    [Fact]
    [Trait("capability", "C18")]
    [Trait("capability", "C19")]
    [Trait("capability", "C20")]
    [Trait("capability", "C21")]
    public void Action_consistency_speed_and_follow_through_are_as_worked_by_hand()
    {
        // Weeks of 7, 5 and 2 of 7 days: 14 of 21 done, two weeks of three at 0.6 or more.
        book.Days(book.Practice(), "xxxxxxx" + "xxxxxoo" + "xxooooo");
        // Four commitments, all due: three begun, of which two on time and two finished.
        book.Commitment(0, 1, OutcomeState.Finished);
        book.Commitment(0, 2, OutcomeState.Finished);
        book.Commitment(0, 40, OutcomeState.Missed);
        book.Commitment(0, ended: OutcomeState.Missed);
        var report = Read();
        Assert.Equal(
            [(0.64, 25), (0.6667, 3), (0.5, 4), (0.6667, 3)],
            new[] { "action", "consistency", "speed", "followThrough" }.Select(name => report.Figure(name)).Select(figure => (figure.Value!.Value, figure.N)));
    }

    [Fact]
    [Trait("capability", "C18")]
    public void Excused_and_unknown_days_are_not_counted_as_not_done()
    {
        book.Days(book.Practice(), "xxxxsss" + "xxxx..." + "sssssss");
        Assert.Equal((1.0, 8), (Read().Figure("action").Value, Read().Figure("action").N));
    }

    [Fact]
    [Trait("capability", "C37")]
    public void Each_delay_is_listed_and_what_never_started_is_censored()
    {
        book.Commitment(9, 11.5);
        book.Commitment(9);
        var table = Read().Table("delays");
        Assert.Equal(["150", "29700"], table.Column("minutes"));
        Assert.Equal(["started", "censored"], table.Column("state"));
    }

    [Fact]
    [Trait("capability", "C38")]
    public void Eight_started_five_done_and_one_in_grace_is_five_of_seven()
    {
        for (var i = 0; i < 5; i++)
        {
            book.Commitment(0, 1, OutcomeState.Finished);
        }

        book.Commitment(0, 1);
        book.Commitment(0, 1, OutcomeState.Missed);
        book.Commitment(20 * 24, 20 * 24 + 1);
        var report = Read();
        Assert.Equal((0.7143, 7), (report.Figure("followThrough").Value, report.Figure("followThrough").N));
        Assert.Equal(2, report.Table("unfinished").Rows.Count);
    }

    [Fact]
    public void A_figure_names_the_events_it_came_from()
    {
        var commitments = Enumerable.Range(0, 3).Select(_ => book.Commitment(9, 11.5)).ToList();
        Assert.Equal(commitments.SelectMany(one => one.Events), Read().Figure("onsetDelay.median").Events);
    }

    [Fact]
    public void An_empty_journal_is_insufficient() => Assert.StartsWith("insufficient data", Read().Insufficient, StringComparison.Ordinal);

    private Report Read() => book.Read(ExecutionReport.Kind, to: 20);

    private void Rated(int clarity, int done, int missed)
    {
        for (var i = 0; i < done + missed; i++)
        {
            book.Commitment(i, ended: i < done ? OutcomeState.Finished : OutcomeState.Missed, with: one => one with { Clarity = clarity });
        }
    }
}
