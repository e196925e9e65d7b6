using System.Text.Json;
using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Breakpoint;
using Journal.Reports.Cost;
using Journal.Reports.Decisions;
using Journal.Reports.Energy;
using Journal.Reports.Execution;
using Journal.Tests.Seeds;

namespace Journal.Tests.Reports;

/// <summary>What holds of every figure, whatever the journal.</summary>
public sealed class ReadingASampleJournal
{
    private static readonly ReportKind[] Kinds = [ExecutionReport.Kind, DecisionsReport.Kind, EnergyReport.Kind, CostReport.Kind, BreakpointReport.Kind];

    public static TheoryData<string, string> Cases => [.. Kinds.SelectMany(kind => new[] { "consultant", "founder" }.Select(seed => new TheoryDataRow<string, string>(kind.Name, seed)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_figure_has_either_a_value_with_its_events_or_what_is_missing(string kind, string seed) => Assert.All(Read(kind, seed).Figures, figure =>
    {
        Assert.Equal(figure.Value is null, figure.Insufficient is not null);
        Assert.True(figure.Value is null || figure.N == 0 || figure.Value == 0 || figure.Events.Count > 0);
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_figure_is_the_only_one_of_its_name_subject_and_first_day(string kind, string seed) =>
        Assert.All(Read(kind, seed).Figures.CountBy(figure => (figure.Name, figure.Subject, figure.From)), one => Assert.Equal(1, one.Value));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_row_has_as_many_cells_as_its_table_has_columns(string kind, string seed) =>
        Assert.All(Read(kind, seed).Tables.SelectMany(table => table.Rows.Select(row => (table.Columns, row.Cells))), one => Assert.Equal(one.Columns.Count, one.Cells.Count));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Facts_in_another_order_give_the_same_report(string kind, string seed) =>
        Assert.Equal(JsonSerializer.Serialize(Read(kind, seed)), JsonSerializer.Serialize(Read(kind, seed, facts => new JournalFacts(facts.Position, [.. facts.All.Reverse()]))));

    private static Report Read(string kind, string seed, Func<JournalFacts, JournalFacts>? with = null)
    {
        var facts = (seed == "founder" ? SeedFile.Founder : SeedFile.Consultant).Facts;
        return Kinds.Single(one => one.Name == kind).Of(new(Guid.Empty, new() { To = new(2026, 6, 14) }, with?.Invoke(facts) ?? facts));
    }
}
