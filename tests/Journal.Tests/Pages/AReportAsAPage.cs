using System.Text.RegularExpressions;
using Journal.Reports;
using Journal.Web.Pages;
using Journal.Web.Pages.Reports;

namespace Journal.Tests.Pages;

public sealed partial class AReportAsAPage
{
    private const string Hostile = "<script>alert(\"1\")</script> & 'x'";
    private static readonly DateOnly Monday = new(2016, 2, 1);
    private static readonly DateOnly Sunday = Monday.AddDays(41);

    public static TheoryData<string> Names => [.. AllReports.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_made_of_any_report_from_nothing_and_from_something(string name)
    {
        foreach (var page in new[] { Page(name, new()), Page(name, Fallen()) })
        {
            Assert.Contains($"<h1>{AllReports.Find(name)!.Question}</h1>", page, StringComparison.Ordinal);
            var ids = Ids().Matches(page).Select(match => match.Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
            var levels = Headings().Matches(page).Select(match => match.Groups[1].Value[0] - '0').ToList();
            Assert.Equal(1, levels[0]);
            Assert.DoesNotContain("insufficient data", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Is_asked_by_a_question_of_its_own_each()
    {
        Assert.All(AllReports.Kinds, kind => Assert.EndsWith("?", kind.Question, StringComparison.Ordinal));
        Assert.Equal(AllReports.Kinds.Count, AllReports.Kinds.Select(kind => kind.Question).Distinct().Count());
    }

    [Fact]
    public void Gives_each_figure_with_what_it_rests_on_and_a_way_to_its_evidence()
    {
        var journal = new SampleJournal();
        var practice = journal.Daily("Read", Monday, 7, 7, 7, 2, 1, 1);
        var page = Page("cycles", journal);
        Assert.Contains("<dt>Peak</dt><dd class=\"value\">100 %</dd><dd class=\"n\">6 observations · 1 Feb 2016 to 13 Mar 2016 · <a href=\"/explain/cycles/cycle.peak/2016-02-01?to=2016-03-13&amp;subject=" + practice.ToString("D"), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_figures_over_the_same_days_side_by_side()
    {
        var journal = new SampleJournal();
        journal.Daily("Read", Monday, 7, 7, 1, 1, 7, 7, 0, 0);
        var page = Page("cycles", journal, Monday.AddDays(55));
        Assert.Contains("<th scope=\"col\">Peak</th>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h4>"), heading => page[heading.Index..].StartsWith("<h4>Peak, Depth, Trough, Regression</h4>", StringComparison.Ordinal));
        Assert.True(page.IndexOf("<th scope=\"row\">29 Feb 2016 to", StringComparison.Ordinal) is > 0 and var newest && newest < page.IndexOf("<th scope=\"row\">1 Feb 2016 to", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_days_as_a_person_does_but_not_within_what_a_person_wrote()
    {
        var journal = new SampleJournal();
        journal.Daily("Read 2016-01-01", Monday, 7, 7, 7, 2, 1, 1);
        Assert.Contains("“Read 2016-01-01” is in regression since 22 Feb 2016.", Page("cycles", journal), StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_each_series_with_a_table_beside_it_whose_values_can_be_explained()
    {
        var page = Page("alignment", Fallen());
        Assert.Contains("<title id=\"series-0-title\">Execution</title>", page, StringComparison.Ordinal);
        Assert.Matches("<desc id=\"series-0-desc\">From 100 % \\(1 Feb 2016\\) to 14.3 % \\(7 Mar 2016\\)", page);
        Assert.Contains("href=\"/explain/alignment/execution/2016-02-22?to=2016-03-13\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_newest_of_a_long_list_and_more_of_it_where_asked()
    {
        var journal = new SampleJournal();
        journal.Daily("Read", Monday, [.. Enumerable.Range(0, 60).Select(week => (int?)(week % 8))]);
        var (first, more) = (Page("alignment", journal, Monday.AddDays(419)), Page("alignment", journal, Monday.AddDays(419), "series-1", 115));
        Assert.True(Rows().Count(more) - Rows().Count(first) >= 40);
        Assert.Contains("list=series-1&amp;rows=115#series-1", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_what_it_cannot_tell_with_what_to_record()
    {
        var page = Page("execution", Fallen());
        Assert.Matches("<summary>\\d+ more answers would need more records</summary>", page);
        Assert.Contains("href=\"/practices\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Encodes_what_the_person_wrote()
    {
        var journal = new SampleJournal();
        journal.Daily(Hostile, Monday, 7, 7, 7, 2, 1, 1);
        Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;x&#x27;", Page("cycles", journal), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_week_is_read_in_parts_and_leads_to_the_week_before()
    {
        var report = Ask("review", Fallen(), Sunday);
        var page = Rendered.Of<ReviewPage>(("Seen", SampleJournal.Seen), ("Asked", Asked("review", Sunday)), ("Request", Request(Sunday)), ("Report", report));
        Assert.Contains("The week of <time datetime=\"2016-03-07\">7 Mar 2016</time>", page, StringComparison.Ordinal);
        Assert.Contains("“Read”: done 1 of 7.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/review?to=2016-03-06\" rel=\"prev\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("(journal ", page, StringComparison.Ordinal);
    }

    private static SampleJournal Fallen()
    {
        var journal = new SampleJournal();
        journal.Daily("Read", Monday, 7, 7, 7, 2, 1, 1);
        return journal;
    }

    private static string Page(string name, SampleJournal journal, DateOnly? to = null, string? list = null, int rows = ReportAsked.AtFirst) => Rendered.Of<ReportPage>(
        ("Seen", SampleJournal.Seen), ("Asked", Asked(name, to ?? Sunday) with { Opened = list, Rows = rows }), ("Request", Request(to ?? Sunday)), ("Report", Ask(name, journal, to ?? Sunday)));

    private static ReportAsked Asked(string name, DateOnly to) => new(AllReports.Find(name)!, PageQuery.Now with { To = Wording.Iso(to) }, null, ReportAsked.AtFirst);

    private static ReportRequest Request(DateOnly to) => new() { To = to, Today = to };

    private static Report Ask(string name, SampleJournal journal, DateOnly to) => AllReports.Find(name)!.Of(SampleJournal.Person, Request(to), journal.Facts);

    [GeneratedRegex("\\sid=\"[^\"]*\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Headings();

    [GeneratedRegex("<tr>")]
    private static partial Regex Rows();
}
