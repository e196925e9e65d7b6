using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Cycles;
using Journal.Reports.Phases;

namespace Journal.Reports.Diagnosis;

/// <summary>How a practice stands at the end of the window.</summary>
/// <param name="Since">First day of its state.</param>
/// <param name="Done">Share of the known days (or due occasions) since then that were done, with its interval.</param>
/// <param name="Order">In which order the misses of the whole window come.</param>
/// <param name="Misses">Since then, and not put down to something outside.</param>
/// <param name="Stretch">The last stretch of progress; null where there was none.</param>
internal sealed record PracticeStanding(
    PracticeFact Practice, string State, DateOnly Since, Measure Done, MissOrder Order, int Misses, double Depth, Stretch? Stretch, IReadOnlyList<Guid> Events)
{
    /// <summary>Whether the records show a regression that neither chance nor something outside explains.</summary>
    public bool Misaligned => Regressed && Order.Clustered == true;

    /// <summary>Whether it lies below its peak by the weekly rules, with misses that were not put down to something outside.</summary>
    public bool Regressed => State == "regression" && Misses > 0;

    public static IReadOnlyList<PracticeStanding> Of(ReportView view)
    {
        var around = view.Part(seen => new Surroundings(seen));
        return [.. Course.Of(view).Select(course => Of(around, course))];
    }

    private static PracticeStanding Of(Surroundings around, Course course)
    {
        var view = around.View;
        var stretch = course.Stretches is [.., var last] ? last : null;
        var (state, since) = stretch switch
        {
            { Cycle: { Open: true } open } => ("regression", open.Regression.Monday),
            { Cycle: null } => ("progress", stretch.Onset.Monday),
            _ when course.Known < view[CycleRules.ProgressWeeks] => ("insufficient", view.First),
            _ => ("neither", view.First),
        };
        var days = DayOfPractice.Of(view, course.Fact, around.Outcomes(course.Fact));
        var known = days.Where(day => day.Day >= since && !double.IsNaN(day.Done)).ToList();
        return new(
            course.Fact,
            state,
            since,
            Measure.Proportion(known.Count(day => day.Done >= 1), known.Count, known.SelectMany(day => day.Events), "days with an outcome"),
            MissOrder.Of(course, days, view),
            known.Count(day => day.Done == 0 && !day.Outside),
            stretch?.Cycle?.Depth ?? 0,
            stretch,
            [.. known.SelectMany(day => day.Events)]);
    }
}
