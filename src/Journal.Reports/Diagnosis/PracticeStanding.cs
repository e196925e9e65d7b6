using Journal.Analysis.Patterns;
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
        return [.. PracticeCourse.Of(view).Select(course => Of(around, course))];
    }

    private static PracticeStanding Of(Surroundings around, PracticeCourse course)
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

/// <summary>
/// Whether misses come in stretches that chance would hardly give: by the runs test over the days, and over the weeks (at the progress level or below), which
/// no rhythm within the week disturbs. Each may err half as often as the rules' <c>patternProbability</c>. What was put down to something outside is left out.
/// </summary>
/// <param name="Clustered">Null where neither days nor weeks are enough, or where there is nothing but hits or misses.</param>
/// <param name="Probability">Of such an order by chance: twice the smaller of the two, at most 1.</param>
/// <param name="N">Days or weeks that the smaller one rests on.</param>
internal sealed record MissOrder(bool? Clustered, double Probability, int N)
{
    public static readonly Rule PatternProbability = new("patternProbability", 0.05, 0, 1, "How likely, at most, the order of misses is by chance before it is called a pattern.");

    public static MissOrder Of(PracticeCourse course, IReadOnlyList<DayOfPractice> days, IRules rules)
    {
        var outside = days.Where(day => day.Outside && day.Done == 0).Select(day => Weeks.IsoWeek.Of(day.Day)).ToHashSet();
        bool[] weekly = [.. course.Weeks.Where(week => week.Adherence is not null && !outside.Contains(week.Week.Week)).Select(week => week.Adherence >= rules[CycleRules.Progress])];
        bool[] daily = [.. days.Where(day => !double.IsNaN(day.Done) && !(day.Outside && day.Done == 0)).Select(day => day.Done > 0)];

        // Where a day without a record may be a miss, a practice of fewer times than daily misses most days by plan.
        var planned = course.Fact is { SilenceMeans: not Silence.Unknown, Cadences: [.., { Rate: < 1 }] };
        var known = new[] { (Test: RunsTest.Of(planned ? [] : daily), N: daily.Length), (Test: RunsTest.Of(weekly), N: weekly.Length) }.Where(one => one.Test is { Expected: > 0 }).ToList();
        if (known.Count == 0)
        {
            return new(null, 1, days.Count);
        }

        var (test, n) = known.OrderBy(one => one.Test.Score < 0 ? one.Test.Probability : 1).First();
        var probability = test.Score < 0 ? Math.Min(1, 2 * test.Probability) : 1;
        return new(probability <= rules[PatternProbability], probability, n);
    }
}

/// <summary>Each practice with its state, the interval its share of done days lies in, and whether its misses cluster.</summary>
internal static class StateSection
{
    public static void Write(ReportBuilder builder, IReadOnlyList<PracticeStanding> states)
    {
        builder.Add(new Table("states", "How practices stand", ["practice", "state", "since", "done", "low", "high", "days", "pattern"], [.. states.Select(Line)]));
        foreach (var state in states)
        {
            builder.Add("state.done", "share of known days that were done in its present state", "share", state.Done, state.Practice.Id, state.Since);
            AmplifierOrder(builder, state);
        }
    }

    private static void AmplifierOrder(ReportBuilder builder, PracticeStanding state)
    {
        var (id, title, n) = (state.Practice.Id, state.Practice.Title, state.Order.N);
        var chance = state.Order.Probability < 0.0001 ? "less than 0.0001" : Text.Number(state.Order.Probability, 4);
        builder.Judge(
            "pattern",
            state.Order.Clustered is null
                ? Measure.Missing($"at least 10 known days or weeks of “{title}”, done ones and missed ones", n, state.Events)
                : Measure.Of(state.Order.Probability, n, state.Events),
            state.Order.Clustered == true,
            $"The misses of “{title}” come in stretches; by chance such an order has a probability of {chance}.",
            $"No pattern: the misses of “{title}” come in an order that chance gives with a probability of {chance}.",
            id);
    }

    private static Row Line(PracticeStanding state) => new(
        [
            state.Practice.Title,
            state.State,
            Text.Cell(state.Since),
            Text.Cell(state.Done.Value),
            Text.Cell(state.Done.Interval?.Low),
            Text.Cell(state.Done.Interval?.High),
            Text.Cell(state.Done.N),
            state.Order.Clustered switch { true => "clustered", false => "none", _ => "insufficient" },
        ],
        state.Practice.Id,
        state.Events);
}
