using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Tests.Reports.TimeTravel;

namespace Journal.Tests.Reports;

/// <summary>A report whose reader has gone is not worked out to its end, and leaves nothing half made behind.</summary>
public sealed class NobodyWaitsAnyMore
{
    private static readonly ReportRequest Request = new() { To = RandomHistory.End };

    public static TheoryData<string> Names => [.. AllReports.Kinds.Select(kind => kind.Name)];

    [Fact]
    public void The_next_figure_is_not_added()
    {
        using var cancel = new CancellationTokenSource();
        var steps = 0;
        var kind = new ReportKind("endless", "Adds the same figure for ever.", (_, builder) =>
        {
            while (true)
            {
                if (++steps == 10)
                {
                    cancel.Cancel();
                }

                builder.Add("figure", "A figure", "count", Measure.Of(1, 1, []));
            }
        });
        Assert.Throws<OperationCanceledException>(() => kind.Of(Guid.Empty, Request, RandomHistory.Fold(new RandomHistory(1).Events(20)), cancel.Token));
        Assert.Equal(10, steps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_report_ends_and_is_worked_out_anew_for_the_next_reader(string name)
    {
        var kind = AllReports.Find(name)!;
        var facts = RandomHistory.Fold(new RandomHistory(3).Events(400));
        Assert.Throws<OperationCanceledException>(() => kind.Of(Guid.Empty, Request, facts, new CancellationToken(canceled: true)));
        Assert.Equal(TimeTravel.Reports.Text(kind.Of(Guid.Empty, Request, RandomHistory.Fold(new RandomHistory(3).Events(400)))), TimeTravel.Reports.Text(kind.Of(Guid.Empty, Request, facts)));
    }

    [Fact]
    public void No_more_orders_are_drawn_to_compare_with() =>
        Assert.Throws<OperationCanceledException>(() => CycleChance.Of([.. Enumerable.Range(0, 40).Select(week => week % 8 < 4 ? 1.0 : 0)], CycleLimits.Of(RuleSet.Default), RuleSet.Default[CycleChance.ChanceWeeks], new(canceled: true)));
}
