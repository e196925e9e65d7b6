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
        Detail = (view, common) => new AlignmentReport(common, AlignmentWeek.Of(view), [.. view.Practices.Select(PracticeHistory.Of)]),
    };

    /// <summary>Weeks in which at least one layer is known.</summary>
    public int N { get; }

    public IReadOnlyList<AlignmentWeek> Weeks { get; }

    public IReadOnlyList<PracticeHistory> Practices { get; }

    public static AlignmentReport Of(Guid person, ReportRequest request, JournalFacts facts, CancellationToken cancel = default) => (AlignmentReport)Kind.Of(person, request, facts, cancel);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var weeks = AlignmentWeek.Of(view);
        var judged = view.Practices
            .SelectMany(practice => practice.Weeks.Where(week => week.Adherence is not null), (practice, week) => (week.Week.Monday, practice.Practice.Events))
            .ToLookup(week => week.Monday, week => week.Events);
        foreach (var week in weeks)
        {
            Add(builder, week, "belief", "Belief", week.Belief, []);
            Add(builder, week, "thinking", "Thinking", week.Thinking, []);
            Add(builder, week, "execution", "Execution", week.Execution, judged[week.Start].SelectMany(events => events));
            Add(builder, week, judged[week.Start].SelectMany(events => events));
        }

        foreach (var practice in view.Practices)
        {
            Add(builder, practice);
        }

        Draw(builder, weeks, view);
        Limit(builder, weeks, view);
        OrderSection.Write(view, builder, weeks);
    }

    // A week is judged by what the practice asked for, so its own events belong to the figure, and stand alone where silence was a miss.
    private static void Add(ReportBuilder builder, AlignmentWeek week, string name, string label, LayerScore layer, IEnumerable<Guid> practices) => builder.Add(
        name,
        label,
        Share,
        layer.Score is { } score ? Measure.Of(score, layer.N, practices.Concat(layer.Events)) : Measure.Missing(layer.Missing ?? "records", layer.N, layer.Events),
        from: week.Start,
        to: week.Start.AddDays(6));

    private static void Add(ReportBuilder builder, AlignmentWeek week, IEnumerable<Guid> practices)
    {
        var (n, events) = (week.Layers.Sum(layer => layer.N), practices.Concat(week.Layers.SelectMany(layer => layer.Events)));
        builder.Add(
            "alignment",
            "Alignment",
            Share,
            week.Alignment is { } score ? Measure.Of(score, n, events) : Measure.Missing("records of at least two layers", n, events),
            from: week.Start,
            to: week.Start.AddDays(6));
    }

    private static void Add(ReportBuilder builder, PracticeWeeks practice)
    {
        foreach (var week in practice.Weeks)
        {
            builder.Add(
                "adherence",
                $"Adherence: {practice.Practice.Title}",
                Share,
                week.Adherence is { } share
                    ? Measure.Of(share, week.Observed, practice.Practice.Events.Concat(week.Events))
                    : Measure.Missing($"{week.Observed} of {week.Needed} observed days", week.Observed, week.Events),
                practice.Practice.Id,
                week.Week.Monday,
                week.Week.Sunday);
        }
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
