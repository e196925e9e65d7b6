using Journal.Reports.Work;
using Journal.Work;

namespace Journal.Reports.Effort;

/// <summary>Hours against outputs (C40), and the longest stretch of hours without one.</summary>
internal static class Substance
{
    public static readonly Rule SubstanceHours = new("substanceHours", 20, 0, 10000, "Hours without any output from which on that is said.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var times = WorkHours.Of(work);
        var events = times.SelectMany(time => time.Events).Concat(work.Outputs.SelectMany(output => output.Events));
        builder.Add("hours", "Hours of work", "hours", times.Count == 0 ? Measure.Missing("time spent") : Measure.Of(times.Sum(time => time.Hours), times.Count, times.SelectMany(time => time.Events)));
        builder.Add("outputs", "Outputs recorded", "count", times.Count + work.Outputs.Count == 0
            ? Measure.Missing("time spent or outputs")
            : Measure.Of(work.Outputs.Count, work.Outputs.Count, work.Outputs.SelectMany(output => output.Events)));
        if (times.Count == 0)
        {
            builder.Insufficient("effortWithoutSubstance", "time spent, or minutes of what was done", work.Outputs.Count, events);
            return;
        }

        var longest = Stretches(times, work.Outputs).MaxBy(stretch => stretch.Sum(time => time.Hours)) ?? [];
        var hours = longest.Sum(time => time.Hours);
        if (hours >= work.View[SubstanceHours])
        {
            builder.Found(
                "effortWithoutSubstance",
                $"From {Text.Day(longest[0].Day)} to {Text.Day(longest[^1].Day)} the records show {Text.Number(hours)} h of work and 0 outputs.",
                longest.Count,
                longest.SelectMany(time => time.Events),
                alternatives: work.Outputs.Count == 0 ? ["No output is recorded at all; it may not have been written down."] : []);
            return;
        }

        builder.NotFound(
            "effortWithoutSubstance",
            $"The longest stretch without an output has {Text.Number(hours)} h; the window has {Text.Number(times.Sum(time => time.Hours))} h and {Text.Count(work.Outputs.Count, "output")}.",
            times.Count,
            events);
    }

    // What happens on the day of an output belongs to it, whatever the order of the records.
    private static IEnumerable<List<WorkTime>> Stretches(IReadOnlyList<WorkTime> times, IReadOnlyList<OutputFact> outputs)
    {
        var days = outputs.Select(output => output.Day).Distinct().Order().ToList();
        return times
            .Select(time => (Time: time, At: days.BinarySearch(time.Day)))
            .Where(one => one.At < 0)
            .GroupBy(one => ~one.At, one => one.Time)
            .OrderBy(stretch => stretch.Key)
            .Select(stretch => stretch.ToList());
    }
}
