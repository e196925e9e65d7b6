using Journal.Analysis.Cycles;
using Journal.Reports.Causes;

namespace Journal.Reports.Phases;

/// <summary>
/// What the weekly rules and the statistical detector find in the same days, side by side. Two findings are one where their days overlap. Plain done and
/// missed carry little of what the detector weighs: where a practice has no scores or amounts, a rise of some weeks is often found by the rules alone.
/// </summary>
internal static class MethodSection
{
    public static void Write(Surroundings around, ReportBuilder builder, IReadOnlyList<PracticeCourse> courses)
    {
        var rows = new List<Row>();
        foreach (var course in courses)
        {
            var (rules, detector) = (ByRules(course, around.View.Last), ByDetector(around, course));
            rows.AddRange(rules.Select(rise => Line(course, "weeklyRules", rise, detector)));
            rows.AddRange(detector.Select(rise => Line(course, "detector", rise, rules)));
        }

        builder.Add(new Table(
            "methods",
            "Rises and falls, by the weekly rules and by the statistical detector",
            ["practice", "method", "foundBy", "state", "onset", "fall", "back", "confidence"],
            rows));
    }

    private static List<Rise> ByRules(PracticeCourse course, DateOnly last) =>
    [
        .. course.Found.Cycles.Select(cycle => new Rise(
            cycle.Open ? "open" : "recovered", cycle.Onset.Monday, cycle.Regression.Monday, cycle.Recovered?.Monday, cycle.Recovered?.Monday ?? last, null)),
        .. course.Found.OpenProgress is { } open ? [new Rise("openProgress", open.Onset.Monday, null, null, last, null)] : Array.Empty<Rise>(),
    ];

    private static List<Rise> ByDetector(Surroundings around, PracticeCourse course)
    {
        var days = DayOfPractice.Of(around.View, course.Fact, around.Outcomes(course.Fact));
        if (days.Count is 0 or > CycleDetector.MostDays)
        {
            return [];
        }

        // A search takes 0.1 to 0.4 ms a day, and a practice's days change with its own records only, or with the last day asked for.
        double[] done = [.. days.Select(day => day.Done)];
        var found = ReportCache.Next<Detected>(around.View.Facts, course.Fact.Id, last => last is not null && last.First == days[0].Day && last.Done.AsSpan().SequenceEqual(done)
            ? last : new(days[0].Day, done, CycleDetector.Detect([.. days.Select(day => day.Day)], done, around.View.Cancel)));
        return [.. found.Report.Cycles.Select(cycle => new Rise(
            Text.Word(cycle.Kind), days[cycle.Onset].Day, cycle.Erosion is { } fall ? days[fall].Day : null, cycle.Back is { } back ? days[back].Day : null, cycle.Back is { } end ? days[end].Day : around.View.Last, cycle.Confidence))];
    }

    private static Row Line(PracticeCourse course, string method, Rise rise, List<Rise> others) => new(
        [
            course.Fact.Title,
            method,
            others.Exists(other => other.Onset <= rise.End && rise.Onset <= other.End) ? "both" : method,
            rise.State,
            Text.Cell(rise.Onset),
            Text.Cell(rise.Fall),
            Text.Cell(rise.Back),
            Text.Cell(rise.Confidence),
        ],
        course.Fact.Id,
        [.. course.Weeks.Where(week => week.Week.Week.Sunday >= rise.Onset && week.Week.Week.Monday <= rise.End).SelectMany(week => week.Week.Events).Distinct()]);

    private sealed record Detected(DateOnly First, double[] Done, CycleReport Report);

    private sealed record Rise(string State, DateOnly Onset, DateOnly? Fall, DateOnly? Back, DateOnly End, double? Confidence);
}
