using Journal.Reports;
using Journal.Reports.TimeTravel;

namespace Journal.Tests.Reports.TimeTravel;

public sealed class TwoReports
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Two = Guid.NewGuid();
    private static readonly Guid Three = Guid.NewGuid();

    [Fact]
    public void That_say_the_same_have_no_changes() => Assert.True(Compare(builder => Add(builder, "a", 1, Monday, One), builder => Add(builder, "a", 1, Monday, One)).IsEmpty());

    [Fact]
    public void Differ_by_a_figure_that_moved_and_by_the_events_behind_it()
    {
        var change = Assert.Single(Compare(builder => Add(builder, "a", 0.5, Monday, One, Two), builder => Add(builder, "a", 0.2, Monday, Two, Three)).Figures);
        Assert.Equal((Change.Moved, 0.5, 0.2, -0.3), (change.Change, change.Before, change.After, change.Difference));
        Assert.Equal([Three], change.Events.Added);
        Assert.Equal([One], change.Events.Removed);
    }

    [Fact]
    public void Keep_weeks_apart_where_there_are_several()
    {
        var changes = Compare(
            builder => { Add(builder, "a", 1, Monday, One); Add(builder, "a", 2, Monday.AddDays(7), Two); },
            builder => { Add(builder, "a", 2, Monday.AddDays(7), Two); Add(builder, "a", 3, Monday.AddDays(14), Three); }).Figures;
        Assert.Equal([(Change.Appeared, Monday.AddDays(14)), (Change.Vanished, Monday)], changes.Select(change => (change.Change, change.From)));
    }

    [Fact]
    public void Of_two_periods_compare_the_figures_of_each_as_a_whole()
    {
        var change = Assert.Single(Compare(builder => Add(builder, "a", 1, Monday, One), builder => Add(builder, "a", 2, Monday.AddDays(28), Two)).Figures);
        Assert.Equal((Change.Moved, 1d, 2d, Monday.AddDays(28)), (change.Change, change.Before, change.After, change.From));
    }

    [Fact]
    public void Say_nothing_of_a_figure_that_never_had_a_value() =>
        Assert.Empty(Compare(_ => { }, builder => builder.Add("a", "A", "count", Measure.Missing("records"))).Figures);

    [Fact]
    public void Differ_by_a_finding_whose_state_changed()
    {
        var change = Assert.Single(Compare(
            builder => builder.NotFound("f", "Not there.", 3, [One]),
            builder => builder.Found("f", "There.", 4, [One, Two])).Findings);
        Assert.Equal((FindingState.NotFound, FindingState.Found, "Not there.", "There."), (change.Before, change.After, change.SentenceBefore, change.SentenceAfter));
        Assert.Equal([Two], change.Events.Added);
    }

    [Fact]
    public void Pair_findings_of_the_same_sort_by_what_they_say()
    {
        var changes = Compare(
            builder => { builder.Found("f", "First.", 1, [One]); builder.Found("f", "Second.", 1, [Two]); },
            builder => builder.Found("f", "Second.", 1, [Two])).Findings;
        Assert.Equal((Change.Vanished, "First."), (Assert.Single(changes).Change, changes[0].SentenceBefore));
    }

    [Fact]
    public void Differ_by_rows_that_came_and_went()
    {
        var rows = Compare(builder => builder.Add(Table("x", "y", "y")), builder => builder.Add(Table("y", "z"))).Rows;
        Assert.Equal([(Change.Appeared, "z"), (Change.Vanished, "x"), (Change.Vanished, "y")], rows.Select(row => (row.Change, row.Cells[0])));
    }

    [Fact]
    public void Of_different_names_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => ReportComparison.Of(Made("one", _ => { }), Made("other", _ => { })));

    private static Table Table(params string[] cells) => new("t", "T", ["c"], [.. cells.Select(cell => new Row([cell], null, []))]);

    private static ReportChanges Compare(Action<ReportBuilder> before, Action<ReportBuilder> after) => ReportComparison.Of(Made("r", before), Made("r", after)).Changes;

    private static Report Made(string name, Action<ReportBuilder> write) =>
        new ReportKind(name, "", (_, builder) => write(builder)).Of(new ReportView(Guid.Empty, new ReportRequest { To = RandomHistory.End }, RandomHistory.Fold([])));

    private static void Add(ReportBuilder builder, string name, double value, DateOnly from, params Guid[] events) =>
        builder.Add(name, name, "count", Measure.Of(value, events.Length, events), from: from, to: from.AddDays(6));
}
