using Journal.Facts;
using Journal.Reports.Cycles;

namespace Journal.Tests.Reports.Cycles;

public sealed class ErodingProgress
{
    private readonly FactBook book = new();

    [Fact]
    public void Is_told_of_a_plateau_that_begins_to_fall_and_is_progress_still() => Assert.Equal(FactBook.Monday.AddDays(56), Assert.Single(Of(Rise + Fall)).Onset);

    [Fact]
    public void Is_not_told_of_a_plateau_that_holds() => Assert.Empty(Of(Rise));

    [Fact]
    public void Is_not_told_of_practices_that_are_not_looked_at() => Assert.Empty(Of(Rise + Fall, _ => false));

    [Fact]
    public void Is_not_told_any_more_when_the_fall_lies_weeks_back() => Assert.Empty(Of(Rise + Fall + string.Concat(Enumerable.Repeat("xxxxxxx", 4))));

    private static string Rise { get; } = Weeks(8, "oxooxoo", "ooxooox", "xooooxo") + Weeks(8, "xxxxxxx", "xxxxxox", "xxxxxxx");

    private static string Fall { get; } = "xoxoxoo";

    private IReadOnlyList<Erosion> Of(string days, Func<Guid, bool>? practices = null)
    {
        book.Days(book.Practice(), days);
        return Erosion.Of(Guid.Empty, new JournalFacts(1, book.Facts) { LastDay = FactBook.Monday.AddDays(days.Length - 1) }, practices ?? (_ => true));
    }

    private static string Weeks(int n, params string[] alike) => string.Concat(Enumerable.Range(0, n).Select(week => alike[week % alike.Length]));
}
