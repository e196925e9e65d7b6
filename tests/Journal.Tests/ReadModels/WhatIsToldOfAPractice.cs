using Journal.Reports.Cycles;
using Journal.Tests.Reports;
using Journal.Web.ReadModels;

namespace Journal.Tests.ReadModels;

/// <summary>A practice is looked at again and again while it goes on: each look tells what has changed since the last one, once.</summary>
public sealed class WhatIsToldOfAPractice
{
    private const string Good = "xxxxxxx", Bad = "ooooooo";
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void A_regression_is_told_when_it_begins_and_when_it_is_over() =>
        Assert.Equal(["", "", "", "began 2026-01-19", "", "", "recovered 2026-01-19 2026-02-09"], Looks(Good, Good, Bad, Bad, Bad, Good, Good));

    [Fact]
    public void The_same_look_again_tells_nothing()
    {
        var (told, news) = Look(ToldOfPractice.Nothing(Practice.Id), Good + Good + Bad + Bad);
        Assert.Single(news);
        Assert.Empty(Look(told, Good + Good + Bad + Bad).News);
    }

    [Fact]
    public void Of_a_history_that_is_brought_in_whole_what_is_over_is_no_news() =>
        Assert.Empty(Look(ToldOfPractice.Nothing(Practice.Id), Good + Good + Bad + Bad + Good + Good).News);

    [Fact]
    public void Of_a_history_that_is_brought_in_whole_a_regression_that_goes_on_is_told() =>
        Assert.Equal([new RegressionBegan(Person, Practice.Id, FactBook.Monday.AddDays(42))], Look(ToldOfPractice.Nothing(Practice.Id), Good + Good + Bad + Bad + Good + Good + Bad + Bad).News);

    [Fact]
    public void A_regression_that_a_correction_moves_is_not_told_again()
    {
        var (told, _) = Look(ToldOfPractice.Nothing(Practice.Id), Good + Good + Good + Bad + Bad);
        var (moved, news) = Look(told, Good + Good + Bad + Bad + Bad);
        Assert.Empty(news);
        Assert.Equal(FactBook.Monday.AddDays(14), moved.Regression);
    }

    [Fact]
    public void A_regression_that_a_correction_takes_away_and_another_brings_back_is_not_told_again()
    {
        var (told, _) = Look(ToldOfPractice.Nothing(Practice.Id), Good + Good + Bad + Bad);
        var (away, gone) = Look(told, Good + Good + Good + Good);
        Assert.Empty(gone);
        Assert.Empty(Look(away, Good + Good + Bad + Bad).News);
    }

    [Fact]
    public void One_regression_that_ends_and_another_that_begins_between_two_looks_are_both_told()
    {
        var (told, _) = Look(ToldOfPractice.Nothing(Practice.Id), Good + Good + Bad + Bad);
        Assert.Equal(
            [
                new RegressionRecovered(Person, Practice.Id, FactBook.Monday.AddDays(14), FactBook.Monday.AddDays(28)),
                new RegressionBegan(Person, Practice.Id, FactBook.Monday.AddDays(42)),
            ],
            Look(told, Good + Good + Bad + Bad + Good + Good + Bad + Bad).News);
    }

    [Fact]
    public void Eroding_progress_is_told_once()
    {
        var erosion = new Erosion(Practice.Id, FactBook.Monday, FactBook.Monday.AddDays(20));
        var (told, news) = ToldOfPractice.Nothing(Practice.Id).After(Person, Cycles(Good + Good), erosion);
        Assert.Equal([new ProgressErodes(Person, Practice.Id, FactBook.Monday, FactBook.Monday.AddDays(20))], news);
        Assert.Empty(told.After(Person, Cycles(Good + Good), erosion with { Warned = FactBook.Monday.AddDays(21) }).News);
    }

    private static Journal.Practices.PracticeFact Practice { get; } = new FactBook().Practice();

    private static string[] Looks(params string[] pieces)
    {
        var (told, said, days) = (ToldOfPractice.Nothing(Practice.Id), new List<string>(), "");
        foreach (var piece in pieces)
        {
            days += piece;
            (told, var news) = Look(told, days);
            said.Add(string.Join(' ', news.Select(one => one switch
            {
                RegressionBegan began => $"began {began.Since:yyyy-MM-dd}",
                RegressionRecovered over => $"recovered {over.Since:yyyy-MM-dd} {over.Recovered:yyyy-MM-dd}",
                _ => "erodes",
            })));
        }

        return [.. said];
    }

    private static (ToldOfPractice Told, IReadOnlyList<object> News) Look(ToldOfPractice told, string days) => told.After(Person, Cycles(days), null);

    private static PracticeCycles Cycles(string days)
    {
        var book = new FactBook();
        book.Days(book.Practice(), days);
        return ((CyclesReport)book.Read(CyclesReport.Kind, days.Length - 1)).Practices.Single();
    }
}
