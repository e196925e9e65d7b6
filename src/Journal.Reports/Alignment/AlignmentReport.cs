using Journal.Facts;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <summary>The alignment history: each layer's score per ISO week, and each practice's adherence, as figures and series, and week by week with all that they are made of.</summary>
public sealed record AlignmentReport : Report
{
    private const string Share = "share";

    private AlignmentReport(Report common, IReadOnlyList<AlignmentWeek> weeks, IReadOnlyList<PracticeHistory> practices)
        : base(common)
    {
        (Weeks, Practices) = (weeks, practices);
        N = weeks.Count(week => week.Layers.Any(layer => layer.Score is not null));
        Insufficient = N == 0 ? Measure.Lead + "no outcomes on enough days of a week, no decisions and no evidence are recorded" : null;
    }

    public static ReportKind Kind { get; } = new("alignment", "Each layer's score per ISO week, and each practice's adherence.", Write)
    {
        Question = "How do belief, thinking and doing go together?",
        Form = typeof(AlignmentReport),
        Detail = (view, common) => new AlignmentReport(common, AlignmentWeek.Of(view), PracticeHistory.Of(view)),
    };

    /// <summary>Weeks in which at least one layer is known.</summary>
    public int N { get; }

    public IReadOnlyList<AlignmentWeek> Weeks { get; }

    public IReadOnlyList<PracticeHistory> Practices { get; }

    public static AlignmentReport Of(Guid person, ReportRequest request, JournalFacts facts, CancellationToken cancel = default) => (AlignmentReport)Kind.Of(person, request, facts, cancel);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var weeks = AlignmentWeek.Of(view);
        foreach (var figure in AlignmentWeeks.Of(view).Known.Values.SelectMany(week => week.Figures))
        {
            builder.Add(figure);
        }

        foreach (var week in view.Practices.SelectMany(practice => PracticeHistoryWeeks.Of(view, practice).Weeks))
        {
            builder.Add(week.Figure);
        }

        Draw(builder, weeks, view);
        Limit(builder, weeks, view);
        OrderSection.Write(view, builder, weeks);
    }

    private static void Draw(ReportBuilder builder, IReadOnlyList<AlignmentWeek> weeks, ReportView view)
    {
        builder.Add(new Series("belief", "Belief", Share, null, [.. weeks.Select(week => new Point(week.Start, week.Belief.Score, week.Belief.N))]));
        builder.Add(new Series("thinking", "Thinking", Share, null, [.. weeks.Select(week => new Point(week.Start, week.Thinking.Score, week.Thinking.N))]));
        builder.Add(new Series("execution", "Execution", Share, null, [.. weeks.Select(week => new Point(week.Start, week.Execution.Score, week.Execution.N))]));
        foreach (var practice in view.Practices)
        {
            var points = practice.Weeks.Select(week => new Point(week.Week.Monday, week.Adherence, week.Observed));
            builder.Add(new Series("adherence", $"Adherence: {practice.Practice.Title}", Share, practice.Practice.Id, [.. points]));
        }
    }

    private static void Limit(ReportBuilder builder, IReadOnlyList<AlignmentWeek> weeks, ReportView view)
    {
        if (weeks.LastOrDefault(week => week.Alignment is not null) is not { } last)
        {
            builder.Insufficient("limitingLayer", "no week in which at least two layers are known");
            return;
        }

        var (n, events) = (last.Layers.Sum(layer => layer.N), last.Layers.SelectMany(layer => layer.Events));
        builder.Judge(
            "limitingLayer",
            last.Limiting is not null,
            $"In the week of {last.Start:yyyy-MM-dd} {Text.Cell(last.Limiting)} is the lowest layer, with a probability of {Text.Number(last.Lowest)} given how much each rests on.",
            $"In the week of {last.Start:yyyy-MM-dd} no layer lies clearly below the others: by {Text.Number(view[AlignmentWeek.Margin])} and with a probability of {Text.Number(view[AlignmentWeek.LayerProbability])}.",
            n,
            events);
    }
}
