using System.Text.RegularExpressions;
using Journal.Reports;
using Journal.Web.Pages;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Overview;

namespace Journal.Tests.Pages;

public sealed partial class TheOverview
{
    private const string Hostile = "<script>alert(\"1\")</script> & 'x'";
    private static readonly DateOnly Monday = new(2016, 2, 1);
    private static readonly Uri Server = new("http://127.0.0.1:5000");

    [Fact]
    public void Says_where_things_stand_and_links_to_what_that_rests_on()
    {
        var journal = new SampleJournal();
        var practice = journal.Daily("Read", Monday, 7, 7, 7, 2, 1, 1);
        var page = Page(journal);
        Assert.Contains("“Read” has been in regression for 3 weeks, since 22 February 2016: from a peak of 100 % to 14 % at the lowest.", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, $"href=\"/cycles/{practice:D}/2016-02-01\""));
    }

    [Fact]
    public void Keeps_the_question_in_its_links()
    {
        var page = Page(Fallen(), PageQuery.Now with { Drop = "0.2", AsOf = "2016-03-13T10:00+01:00" }, RuleSet.Default.With("drop", 0.2).Set);
        Assert.Contains("/2016-02-01?asOf=2016-03-13T10%3A00%2B01%3A00&amp;drop=0.2\"", page, StringComparison.Ordinal);
        Assert.Contains("What if: rules 1 drop=0.2", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_it_was_made_from()
    {
        var page = Page(Fallen());
        Assert.Contains("Made from 43 events up to position 43,\nover n = 6 known weeks", page, StringComparison.Ordinal);
        Assert.Contains("rules 1, code ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_those_in_regression_first()
    {
        var journal = new SampleJournal();
        journal.Daily("Steady", Monday, 7, 7, 7, 7, 7, 7);
        journal.Daily("Shallow", Monday, 7, 7, 7, 4, 4, 4);
        journal.Daily("Deep", Monday, 7, 7, 7, 0, 0, 0);
        Assert.Equal(["Deep", "Shallow", "Steady"], Articles().Matches(Page(journal)).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Says_of_which_practices_too_little_is_known()
    {
        var journal = Fallen();
        journal.Daily("New", Monday.AddDays(35), 7);
        Assert.Contains("<bdi>New</bdi> <span class=\"n\">insufficient data", Page(journal), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_somebody_new_what_to_do_first()
    {
        var page = Page(new SampleJournal());
        Assert.Contains("journal practice adopt &quot;Write&quot; --times 3 --days 7", page, StringComparison.Ordinal);
        Assert.Contains("curl http://127.0.0.1:5000/api/v1/practices ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_nothing_of_a_practice_without_outcomes()
    {
        var journal = new SampleJournal();
        journal.Adopt("Read", Monday);
        Assert.Contains("insufficient data: 0 known weeks", Page(journal), StringComparison.Ordinal);
    }

    [Fact]
    public void Encodes_what_the_person_wrote()
    {
        var journal = new SampleJournal();
        journal.Daily(Hostile, Monday, 7, 7, 7, 2, 1, 1);
        var page = Page(journal, PageQuery.Now with { From = "\"><script>", Show = "'\"><script>" });
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;x&#x27;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_to_the_policy_it_is_sent_with() => Assert.DoesNotMatch(InlineCode(), Page(Fallen()));

    [Fact]
    public void Has_its_headings_in_order_and_each_id_once()
    {
        var page = Page(Fallen());
        var levels = Headings().Matches(page).Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1));
        var ids = Ids().Matches(page).Select(match => match.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Can_be_skipped_to_and_fits_a_narrow_screen()
    {
        var page = Page(Fallen());
        Assert.Contains("<a class=\"skip\" href=\"#main\">", page, StringComparison.Ordinal);
        Assert.Contains("width=device-width", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_ten_years_of_a_practice_little_room()
    {
        var journal = new SampleJournal();
        journal.Weekly("Read", Monday, [.. Enumerable.Range(0, 520).Select(week => week % 17 == 0 ? null : (bool?)(week / 10 % 2 == 0))]);
        var page = Page(journal, to: Monday.AddDays(7 * 520));
        var practice = page[page.IndexOf("<article>", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];
        Assert.Contains("<span class=\"badge\">26</span>", practice, StringComparison.Ordinal);
        Assert.InRange(practice.Length, 10_000, 45_000);
        Assert.InRange(page.Length, 100_000, 250_000);
    }

    [Fact]
    public void Asked_what_cannot_be_read_shows_the_form_again_and_why()
    {
        var page = Rendered.Of<OverviewPage>(("Seen", SampleJournal.Seen), ("Query", PageQuery.Now with { To = "<tomorrow>" }), ("Refusal", "from and to are dates."));
        Assert.Contains("role=\"alert\">from and to are dates.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;tomorrow&gt;\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_shown_to_whoever_is_not_signed_in() => Assert.Contains("<code>journal link</code>", Rendered.Of<WelcomePage>(), StringComparison.Ordinal);

    private static SampleJournal Fallen()
    {
        var journal = new SampleJournal();
        journal.Daily("Read", Monday, 7, 7, 7, 2, 1, 1);
        return journal;
    }

    private static string Page(SampleJournal journal, PageQuery? query = null, RuleSet? rules = null, DateOnly? to = null) =>
        Rendered.Of<OverviewPage>(("Seen", SampleJournal.Seen), ("Reading", journal.Read(to ?? Monday.AddDays(41), query, rules)), ("Server", Server));

    [GeneratedRegex("<article>\\s*<h3><bdi>(.*?)</bdi>")]
    private static partial Regex Articles();

    [GeneratedRegex("""\s(style|on[a-z]+)=|<(style|script)""")]
    private static partial Regex InlineCode();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Headings();

    [GeneratedRegex("""\sid="[^"]*"(?=[ >])""")]
    private static partial Regex Ids();
}
