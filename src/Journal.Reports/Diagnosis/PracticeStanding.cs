using Journal.Analysis.Patterns;
using Journal.Domain.Execution;
using Journal.Reports.Causes;
using Journal.Reports.Facts;
using Journal.Reports.Figures;
using Journal.Reports.Metrics;
using Journal.Reports.Phases;

namespace Journal.Reports.Diagnosis;

/// <summary>How a practice stands at the end of the window.</summary>
/// <param name="Since">First day of its state.</param>
/// <param name="Done">Share of the known days (or due occasions) since then that were done, with its interval.</param>
/// <param name="Clustered">Whether misses come in stretches that chance would hardly give; null where that cannot be told.</param>
/// <param name="Misses">Since then, and not put down to something outside.</param>
/// <param name="Stretch">The last stretch of progress; null where there was none.</param>
internal sealed record PracticeStanding(
    PracticeFact Practice, string State, DateOnly Since, Measure Done, bool? Clustered, double Probability, int Misses, double Depth, Stretch? Stretch, IReadOnlyList<Guid> Events)
{
    /// <summary>Whether the records show a regression that neither chance nor something outside explains.</summary>
    public bool Misaligned => State == "regression" && Clustered == true && Misses > 0;

    public static IReadOnlyList<PracticeStanding> Of(ReportView view)
    {
        var around = new Surroundings(view);
        return [.. view.Practices.Select(practice => Of(around, Course.Of(around, practice)))];
    }

    private static PracticeStanding Of(Surroundings around, Course course)
    {
        var view = around.View;
        var stretch = course.Stretches is [.., var last] ? last : null;
        var (state, since) = stretch switch
        {
            { Cycle: { Open: true } open } => ("regression", open.Regression.Monday),
            { Cycle: null } => ("progress", stretch.Onset.Monday),
            _ when course.Known < view.Rules.ProgressWeeks => ("insufficient", view.First),
            _ => ("neither", view.First),
        };
        var days = DayOfPractice.Of(view, course.Fact, around.Outcomes(course.Fact));
        var known = days.Where(day => day.Day >= since && !double.IsNaN(day.Done)).ToList();
        var order = RunsTest.Of([.. Order(course, days, view.Rules.Progress)]);
        return new(
            course.Fact,
            state,
            since,
            Proportion.Of(known.Count(day => day.Done >= 1), known.Count, known.SelectMany(day => day.Events), "days with an outcome"),
            double.IsNaN(order.Expected) ? null : order.Score < 0 && order.Probability <= view.Rules.PatternProbability,
            order.Probability,
            known.Count(day => day.Done == 0 && !day.Outside),
            stretch?.Cycle?.Depth ?? 0,
            stretch,
            [.. known.SelectMany(day => day.Events)]);
    }

    // Where a day without a record is a miss, a practice of fewer times than daily misses most days by plan: there the weeks are put in order instead.
    private static IEnumerable<bool> Order(Course course, IReadOnlyList<DayOfPractice> days, double progress) =>
        course.Fact is { Silence: Silence.Missed, Cadences: [.., { Rate: < 1 }] }
            ? course.Weeks.Where(week => week.Adherence is not null).Select(week => week.Adherence >= progress)
            : days.Where(day => !double.IsNaN(day.Done) && !(day.Outside && day.Done == 0)).Select(day => day.Done > 0);
}
