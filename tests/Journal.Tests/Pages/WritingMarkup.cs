using Journal.Web.Pages.Markup;

namespace Journal.Tests.Pages;

public sealed class WritingMarkup
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload='x'", "&quot; onload=&#x27;x&#x27;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("朝 früh 🙂", "朝 früh &#x1F642;")]
    public void Text_is_encoded(string text, string encoded) => Assert.Equal($"<p>{encoded}</p>", Html.Of($"<p>{text}</p>").ToString());

    [Fact]
    public void Markup_is_not_encoded_again()
    {
        var inner = Html.Of($"<b>{"1 < 2"}</b>");
        Assert.Equal("<p><b>1 &lt; 2</b></p>", Html.Of($"<p>{inner}</p>").ToString());
    }

    [Fact]
    public void Parts_follow_each_other() =>
        Assert.Equal("<i>a</i><i>&amp;</i>", Html.Of($"{new[] { "a", "&" }.Select(text => Html.Of($"<i>{text}</i>"))}").ToString());

    [Fact]
    public void Nothing_leaves_nothing() => Assert.Equal("<p></p>", Html.Of($"<p>{Html.None}{(string?)null}{Array.Empty<Html>()}</p>").ToString());

    [Fact]
    public void Numbers_and_days_do_not_depend_on_where_the_server_stands() =>
        Assert.Equal("1.5 2016-02-22", Html.Of($"{1.5:0.##} {new DateOnly(2016, 2, 22):yyyy-MM-dd}").ToString());

    [Fact]
    public void A_hole_without_quotes_around_it_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<a title={"x onclick"}>"));

    [Fact]
    public void What_no_markup_can_hold_is_replaced() => Assert.Equal("a\uFFFDb\n", Html.Of($"{"a\u0001b\n"}").ToString().Replace("&#xA;", "\n", StringComparison.Ordinal));
}
