using System.Text.Json;
using Journal.Reports;
using Journal.Reports.TimeTravel;

namespace Journal.Tests.Reports.TimeTravel;

public sealed class TwoPeople
{
    private static readonly ReportRequest Request = new() { To = RandomHistory.End.AddDays(140) };

    public static TheoryData<string> Reports => [.. AllReports.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Learn_no_id_and_no_title_of_each_other(string name)
    {
        var (kind, one, other) = (AllReports.Find(name)!, new RandomHistory(31).Events(400), new RandomHistory(32).Events(400));
        var (a, b) = (RandomHistory.Fold(one), RandomHistory.Fold(other));
        var comparison = PeopleComparison.Of(kind.Of(new(Guid.NewGuid(), Request, a)), kind.Of(new(Guid.NewGuid(), Request, b)));
        var said = JsonSerializer.Serialize(comparison, ReportsJson.Default.PeopleComparison);
        Assert.All(one.Concat(other), e => Assert.DoesNotContain(e.Id.ToString(), said, StringComparison.Ordinal));
        Assert.All(one.Concat(other), e => Assert.DoesNotContain(e.Stream.ToString(), said, StringComparison.Ordinal));
        Assert.All(a.All.Concat(b.All).Select(fact => fact.Heading).OfType<string>().Distinct(), title => Assert.DoesNotContain($"{title}", said, StringComparison.Ordinal));
    }

    [Fact]
    public void Have_their_figures_beside_each_other()
    {
        var pair = Assert.Single(Compare(builder => builder.Add("a", "A", "share", Measure.Of(0.5, 4, [])), builder => builder.Add("a", "A", "share", Measure.Of(0.2, 9, []))).Figures);
        Assert.Equal((0.5, 4, 0.2, 9, -0.3), (pair.A!.Value, pair.A.N, pair.B!.Value, pair.B.N, pair.Difference));
    }

    [Fact]
    public void Are_not_told_apart_where_one_has_no_value()
    {
        var pair = Assert.Single(Compare(builder => builder.Add("a", "A", "share", Measure.Missing("records")), builder => builder.Add("a", "A", "share", Measure.Of(0.2, 9, []))).Figures);
        Assert.Equal((null, null), (pair.A, pair.Difference));
    }

    [Fact]
    public void Are_not_compared_by_what_is_about_one_subject_or_one_week_of_many() => Assert.Empty(Compare(Several, Several).Figures);

    private static void Several(ReportBuilder builder)
    {
        builder.Add("practice", "Of a practice", "share", Measure.Of(0.5, 4, []), Guid.NewGuid());
        builder.Add("week", "Of a week", "share", Measure.Of(0.5, 4, []), from: new(2026, 1, 5), to: new(2026, 1, 11));
        builder.Add("week", "Of a week", "share", Measure.Of(0.5, 4, []), from: new(2026, 1, 12), to: new(2026, 1, 18));
    }

    private static PeopleComparison Compare(Action<ReportBuilder> a, Action<ReportBuilder> b) => PeopleComparison.Of(Report(a), Report(b));

    private static Report Report(Action<ReportBuilder> write) =>
        new ReportKind("test", "A test.", (_, builder) => write(builder)).Of(new(Guid.NewGuid(), Request, RandomHistory.Fold([])));
}
