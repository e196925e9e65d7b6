using Journal.Web.Pages;

namespace Journal.Tests.Pages;

public sealed class TheQuestionOfAPage
{
    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    // Half past midnight of 2 July in Lisbon.
    private static readonly DateTimeOffset Now = new(2025, 7, 1, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Ends_today_where_the_person_lives() => Assert.Equal(new DateOnly(2025, 7, 2), PageRequest.Of(PageQuery.Now, Lisbon, Now).Request!.To);

    [Fact]
    public void Takes_rules_for_itself_alone()
    {
        var request = PageRequest.Of(PageQuery.Now with { Drop = "0.5", Progress = "0.7" }, Lisbon, Now).Request!;
        Assert.Equal("1 progress=0.7 drop=0.5", request.Rules.Version);
    }

    [Theory]
    [InlineData("2025-07-04", null, null, "to.future")]
    [InlineData("9000-01-01", null, null, "to.future")]
    [InlineData("tomorrow", null, null, "time.invalid")]
    [InlineData("2025-01-01", "2025-01-02", null, "time.order")]
    [InlineData(null, "2025-12-01", null, "time.order")]
    [InlineData(null, null, "2", "rules.range")]
    [InlineData(null, null, "NaN", "rules.range")]
    [InlineData(null, null, "half", "rules.invalid")]
    public void That_cannot_be_answered_is_refused(string? to, string? from, string? drop, string code)
    {
        var (request, refusal) = PageRequest.Of(PageQuery.Now with { To = to, From = from, Drop = drop }, Lisbon, Now);
        Assert.Null(request);
        Assert.Equal(code, refusal!.Code);
    }

    [Fact]
    public void Survives_as_an_address() =>
        Assert.Equal("/?from=2025-01-01&drop=a%26b%3D%22", (PageQuery.Now with { From = "2025-01-01", Drop = "a&b=\"" }).On("/"));
}
