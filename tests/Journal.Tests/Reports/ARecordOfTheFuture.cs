using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;

namespace Journal.Tests.Reports;

/// <summary>The clock ran ahead for an evening: what was recorded then lies on a day that is still to come.</summary>
public sealed class ARecordOfTheFuture
{
    private static readonly DateOnly Today = new(2026, 1, 11);
    private readonly FactBook book = new();

    [Fact]
    public void Is_left_out_until_its_day()
    {
        var practice = book.Practice();
        var facts = new JournalFacts(1, [practice, book.Days(practice, "x", 400)[0]]);
        Assert.Empty(View(facts, Today).All<OutcomeFact>());
        Assert.Single(View(facts, practice.Day.AddDays(401)).All<OutcomeFact>());
    }

    [Fact]
    public void Is_there_where_it_is_asked_for()
    {
        var practice = book.Practice();
        var facts = new JournalFacts(1, [practice, book.Days(practice, "x", 400)[0]]);
        Assert.Single(new ReportView(Guid.NewGuid(), new ReportRequest { To = Today, Today = Today, AsOf = ValidTime.EndOf(practice.Day.AddDays(500)) }, facts).All<OutcomeFact>());
    }

    private static ReportView View(JournalFacts facts, DateOnly today) => new(Guid.NewGuid(), new ReportRequest { To = today, Today = today }, facts);
}
