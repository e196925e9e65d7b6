using Journal.Entries;
using Journal.Web.Pages;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Timeline;
using Journal.Web.Search;

namespace Journal.Tests.Pages;

public sealed class WhatAFormSends
{
    [Fact]
    public void Is_the_body_of_its_command_by_the_types_of_its_members() => Assert.Equal(
        """{"command":"finishExecution","key":"k","id":"i","amount":2.5,"effort":3,"neededOperator":true,"note":"500"}""",
        Body(("form", "f"), ("as", "p"), ("back", "/"), ("command", "finishExecution"), ("key", "k"), ("id", "i"), ("amount", "2,5"), ("effort", "3"), ("neededOperator", "true"), ("note", "500"), ("score", " ")));

    [Fact]
    public void Has_a_list_where_the_command_has_one() =>
        Assert.Equal("""{"command":"startIntervention","layers":["belief","thinking"]}""", FormBody.Of(new Dictionary<string, string[]> { ["command"] = ["startIntervention"], ["layers"] = ["belief", "thinking"] }).GetRawText());

    [Fact]
    public void Keeps_as_text_what_is_no_number_to_be_refused_by_name() => Assert.Equal("""{"command":"sampleState","energy":"much"}""", Body(("command", "sampleState"), ("energy", "much")));

    [Fact]
    public void Says_to_the_script_which_members_are_numbers_and_lists()
    {
        Assert.Contains("amount", FieldTypes.Numbers.Split(' '));
        Assert.DoesNotContain("text", FieldTypes.Numbers.Split(' '));
        Assert.Contains("layers", FieldTypes.Lists.Split(' '));
    }

    [Theory]
    [InlineData("a *b* <script>alert(1)</script>", "<p>a <em>b</em> &lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("![x](https://elsewhere.example/x.png)", "<p>x</p>")]
    [InlineData("# Loud", "<p><strong>Loud</strong></p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("[x](https://a.example/)", "<p><a href=\"https://a.example/\" rel=\"noopener noreferrer\">x</a></p>")]
    public void Is_shown_as_markdown_that_loads_and_runs_nothing(string text, string shown) => Assert.Equal(shown, Markdown.Of(text).Value.Trim());

    [Theory]
    [InlineData("Café in ZÜRICH", "cafe in zurich")]
    [InlineData("Cafe\u0301\u0000Straße", "cafe strasse")]
    [InlineData("Ελλάδα Tiếng Łódź", "ελλαδα tieng lodz")]
    public void Is_found_without_its_accents(string text, string folded) => Assert.Equal(folded, EventTexts.Folded(text));

    [Fact]
    public void Has_its_tags_in_its_text() => Assert.Equal(
        ["morning", "zürich-2"],
        TimelineQuery.TagsOf(new EntryFact { Id = Guid.NewGuid(), OccurredAt = default, Events = [], Text = "#morning at a#b http://x/#y, #zürich-2. # no" }));

    [Fact]
    public void Tags_that_were_given_come_first_and_each_once() => Assert.Equal(
        ["Sport", "river"],
        TimelineQuery.TagsOf(new EntryFact { Id = Guid.NewGuid(), OccurredAt = default, Events = [], Text = "#sport by the #river", Tags = ["Sport"] }));

    [Theory]
    [InlineData("/timeline?q=a#b", true)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("https://elsewhere.example/", false)]
    [InlineData("/a\r\nb", false)]
    [InlineData(null, false)]
    public void Leads_back_to_this_server_alone(string? address, bool isTaken) => Assert.Equal(isTaken, Page.Local(address) is not null);

    private static string Body(params (string Name, string Value)[] fields) => FormBody.Of(fields.ToDictionary(field => field.Name, field => new[] { field.Value })).GetRawText();
}
