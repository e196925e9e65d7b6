using Journal.Analysis.Patterns;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Phases;
using Journal.Reports.Weeks;

namespace Journal.Reports.Diagnosis;

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

    public static MissOrder Of(Course course, IReadOnlyList<DayOfPractice> days, IRules rules)
    {
        var outside = days.Where(day => day.Outside && day.Done == 0).Select(day => Weeks.IsoWeek.Of(day.Day)).ToHashSet();
        bool[] weekly = [.. course.Weeks.Where(week => week.Adherence is not null && !outside.Contains(week.Week.Week)).Select(week => week.Adherence >= rules[WeeklyAdherence.Progress])];
        bool[] daily = [.. days.Where(day => !double.IsNaN(day.Done) && !(day.Outside && day.Done == 0)).Select(day => day.Done > 0)];

        // Where a day without a record is a miss, a practice of fewer times than daily misses most days by plan.
        var planned = course.Fact is { Silence: Silence.Missed, Cadences: [.., { Rate: < 1 }] };
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
