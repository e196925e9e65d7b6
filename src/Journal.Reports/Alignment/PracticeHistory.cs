using System.Text.Json.Serialization;
using Journal.Practices;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <param name="Source">Where the practice was imported from, such as <c>loop:15</c>.</param>
public sealed record PracticeHistory(Guid PracticeId, string Title, string? Source, int N, IReadOnlyList<PracticeWeekFigure> Weeks)
{
    /// <summary>The histories of every practice that a view covers, in the order they were adopted.</summary>
    public static IReadOnlyList<PracticeHistory> Of(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Practices.Select(practice => Of(practice, PracticeHistoryWeeks.Of(view, practice)))];
    }

    private static PracticeHistory Of(PracticeWeeks practice, PracticeHistoryWeeks weeks) => new(
        practice.Practice.Id,
        practice.Practice.Title,
        practice.Practice.Source,
        practice.Weeks.Count(week => week.Adherence is not null),
        [.. weeks.Weeks.Select(week => week.Shown)]);
}

/// <summary>The weeks of a practice as they were shown last: one that was not judged again is shown alike.</summary>
internal sealed record PracticeHistoryWeeks(IReadOnlyList<ShownWeek> Weeks)
{
    public static PracticeHistoryWeeks Of(ReportView view, PracticeWeeks practice) => ReportCache.Next<PracticeHistoryWeeks>(view.Facts, practice.Practice.Id, before =>
    {
        // Both are consecutive; where the first of them has moved, only places have.
        var (known, weeks) = (before?.Weeks ?? [], practice.Weeks);
        var moved = known.Count > 0 && weeks.Count > 0 ? (weeks[0].Week.Monday.DayNumber - known[0].Week.Week.Monday.DayNumber) / 7 : 0;
        return new([.. weeks.Select((week, i) => i + moved is var at and >= 0 && at < known.Count && ReferenceEquals(known[at].Week, week) ? known[at] : ShownWeek.Of(practice.Practice, week))]);
    });
}

/// <summary>A week of a practice as it is shown.</summary>
internal sealed record ShownWeek(PracticeWeek Week, Figure Figure, PracticeWeekFigure Shown)
{
    public static ShownWeek Of(PracticeFact practice, PracticeWeek week) => new(
        week,
        Figure.Of(
            "adherence",
            $"Adherence: {practice.Title}",
            "share",
            week.Adherence is { } share
                ? Measure.Of(share, week.Observed, practice.Events.Concat(week.Events))
                : Measure.Missing($"{week.Observed} of {week.Needed} observed days", week.Observed, week.Events),
            practice.Id,
            week.Week.Monday,
            week.Week.Sunday),
        PracticeWeekFigure.Of(week));
}

/// <param name="Adherence">0 to 1; null when fewer than <paramref name="Needed"/> days are observed.</param>
/// <param name="Due">Occasions that the observed days called for.</param>
/// <param name="Silent">Days without a record, up to the last record of anything.</param>
/// <param name="Bounds">The adherence if all of those were left out, missed, or done.</param>
public sealed record PracticeWeekFigure(
    string Week,
    DateOnly Start,
    double? Adherence,
    double Due,
    int Done,
    int Partial,
    int Missed,
    int Skipped,
    int Unknown,
    int Observed,
    int Needed,
    int Silent,
    SilenceBounds Bounds,
    [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Events)
{
    internal static PracticeWeekFigure Of(PracticeWeek week) => new(
        week.Week.ToString(),
        week.Week.Monday,
        week.Adherence is { } adherence ? Math.Round(adherence, 4) : null,
        Math.Round(week.Due, 4),
        week.Done,
        week.Partial,
        week.Missed,
        week.Skipped,
        week.Unknown,
        week.Observed,
        week.Needed,
        week.Silent,
        new(Rounded(week.Bounds.LeftOut), Rounded(week.Bounds.AllMissed), Rounded(week.Bounds.AllDone)),
        week.Events);

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
