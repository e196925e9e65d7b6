using Journal.Facts;
using Journal.Reports;

namespace Journal.Tests.Reports.Causes;

public sealed class EveryReportOnCauses
{
    // The weeks around the consultant's turn.
    private static readonly ReportRequest Weeks = new() { From = new(2025, 7, 28), To = new(2025, 12, 7) };

    public static TheoryData<string> Names { get; } = ["beliefs", "thinking", "contradictions", "constraint", "interventions", "phases", "diagnosis", "questions"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Can_be_asked_for_by_its_name(string name) => Assert.NotNull(AllReports.Find(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_written_for_an_empty_journal(string name) => Assert.All(new CauseJournal().Read(AllReports.Find(name)!, 10).Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Cells.Count)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_each_row_as_many_cells_as_columns_and_each_figure_one_name(string name)
    {
        var report = AllReports.Find(name)!.Of(new(Guid.Empty, Weeks, Seeds.SeedFile.Consultant.Facts));
        Assert.All(report.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Cells.Count)));
        Assert.Empty(report.Figures.GroupBy(figure => (figure.Name, figure.Subject, figure.From)).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_the_same_in_whatever_order_the_facts_come(string name)
    {
        var facts = Seeds.SeedFile.Consultant.Facts;
        var other = new JournalFacts(facts.Position, [.. facts.All.Reverse()]);
        Assert.Equal(Text(name, new(Guid.Empty, Weeks, facts)), Text(name, new(Guid.Empty, Weeks, other)));
    }

    private static string Text(string name, ReportView view) => System.Text.Json.JsonSerializer.Serialize(AllReports.Find(name)!.Of(view));
}
