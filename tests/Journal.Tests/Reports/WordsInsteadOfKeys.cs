using System.Text.RegularExpressions;
using Journal.Facts;
using Journal.Reports;
using Journal.Tests.Reports.TimeTravel;
using Journal.Tests.Seeds;

namespace Journal.Tests.Reports;

/// <summary>What a person reads of a report holds no key of a program, and each figure is the same in every report that it stands in.</summary>
public sealed partial class WordsInsteadOfKeys
{
    private static readonly DateOnly To = new(2026, 6, 14);
    private static readonly JournalFacts[] Journals = [SeedFile.Founder.Facts, SeedFile.Consultant.Facts, RandomHistory.Fold(new RandomHistory(7).Events(800))];

    public static TheoryData<string> Names => [.. AllReports.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_labels_sentences_columns_and_cells(string name)
    {
        foreach (var facts in Journals)
        {
            var report = AllReports.Find(name)!.Of(Guid.Empty, new() { To = To }, facts);
            var written = facts.All.SelectMany(fact => new[] { fact.Heading ?? "" }).ToHashSet();
            Assert.DoesNotContain(report.Figures.Select(figure => $"{figure.Label} {figure.Unit} {figure.Insufficient}"), text => Key().IsMatch(text));
            Assert.DoesNotContain(report.Findings.Select(finding => finding.Sentence).Concat(report.Findings.SelectMany(finding => finding.Alternatives)), text => Key().IsMatch(text));
            Assert.DoesNotContain(report.Series.Select(series => series.Label), text => Key().IsMatch(text));
            Assert.DoesNotContain(report.Tables.SelectMany(table => table.Labels.Append(table.Label)), text => Key().IsMatch(text));
            Assert.DoesNotContain(report.Tables.SelectMany(Shown).Where(cell => !written.Contains(cell)), text => Key().IsMatch(text) || Guid.TryParse(text, out _));
        }
    }

    [Fact]
    public void A_figure_is_the_same_wherever_it_stands()
    {
        foreach (var facts in Journals)
        {
            var figures = AllReports.Kinds.SelectMany(kind => kind.Of(Guid.Empty, new() { To = To }, facts).Figures)
                .GroupBy(figure => (figure.Label, figure.Subject, figure.From, figure.To)).Where(same => same.Select(figure => (figure.Name, figure.Value, figure.N, figure.Unit)).Distinct().Count() > 1);
            Assert.Empty(figures.SelectMany(same => same.Select(figure => $"{figure.Name} {figure.Label}: {figure.Value} of {figure.N}")));
        }
    }

    [Theory]
    [InlineData("weeksSince", "weeks since")]
    [InlineData("worthActingOn", "worth acting on")]
    [InlineData("latencyHours", "hours to a decision")]
    [InlineData("state", "state")]
    public void A_key_is_parted_where_it_does_not_have_words_of_its_own(string key, string words) => Assert.Equal(words, Words.Of(key));

    [Fact]
    public void What_a_person_wrote_is_left_as_it_is() => Assert.Equal("iPhone", Words.InCell("iPhone"));

    private static IEnumerable<string> Shown(Table table) => table.Rows.SelectMany(row => row.Cells.Where((cell, i) => cell is not null && !Words.IsId(table.Columns[i])).Select(cell => Words.InCell(cell!)));

    [GeneratedRegex("\\b[a-z]+[A-Z][a-z]")]
    private static partial Regex Key();
}
