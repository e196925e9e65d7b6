using Journal.Practices;
using Journal.Reports.Weeks;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>The floor of each practice against its best week (C178): what is kept in every known week says more than what was once reached.</summary>
internal static class Floors
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        foreach (var practice in work.View.Practices.Where(practice => practice.Practice.Floors.Count > 0))
        {
            Write(practice, work, builder);
        }

        if (!work.View.Practices.Any(practice => practice.Practice.Floors.Count > 0))
        {
            builder.Insufficient("floorKept", "a floor for a practice");
        }
    }

    private static void Write(PracticeWeeks practice, WorkRecords work, ReportBuilder builder)
    {
        var (id, rules) = (practice.Practice.Id, work.View);
        List<(PracticeWeek Week, double Floor)> known =
            [.. practice.Weeks.Where(week => week.Adherence is not null).Select(week => (week, Floor: At(practice.Practice, week.Week))).Where(one => one.Floor is not null).Select(one => (one.week, one.Floor!.Value))];
        List<Guid> events = [.. practice.Practice.Events, .. known.SelectMany(one => one.Week.Events)];
        if (known.Count < rules[Comparison.ComparedWeeks])
        {
            builder.Insufficient("floorKept", $"at least {rules[Comparison.ComparedWeeks]} known weeks of “{practice.Practice.Title}” under a floor", known.Count, events, id);
            return;
        }

        var kept = known.Count(one => one.Week.Adherence >= one.Floor);
        var (best, lowest) = (known.Max(one => one.Week.Adherence!.Value), known.Min(one => one.Week.Adherence!.Value));
        builder.Add("floor.kept", "Share of known weeks at or above the floor", "share", Measure.Of((double)kept / known.Count, known.Count, events), id);
        builder.Add("best", "Adherence of the best week", "share", Measure.Of(best, known.Count, events), id);
        var sentence = $"“{practice.Practice.Title}” kept its floor of {Text.Percent(known[^1].Floor)} in {kept} of {Text.Count(known.Count, "known week")}; lowest {Text.Percent(lowest)}, best {Text.Percent(best)}.";
        builder.Judge("floorKept", kept == known.Count, sentence, sentence, known.Count, events, id);
    }

    private static double? At(PracticeFact practice, IsoWeek week) => practice.Floors.LastOrDefault(floor => DateOnly.FromDateTime(floor.At.DateTime) <= week.Monday)?.Floor;
}
