using Journal.Diagnosis;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Effort;

/// <summary>More hours for the same output by the same process (C107, M11), and how long until the next defect (C108).</summary>
internal static class Compressions
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var halves = Compression.OfHalves(work);
        var stretches = Compression.Stretches(work);
        builder.Add("compression.effort", "Change of weekly hours from the earlier to the later half", "share", Share(halves, halves?.Hours.Growth));
        builder.Add("compression.output", "Change of weekly output from the earlier to the later half", "share", Share(halves, halves?.Output.Growth));
        var one = halves?.Holds(rules) == true ? halves : stretches.Count > 0 ? stretches[0] : halves;
        if (one is null)
        {
            builder.Insufficient("compression", $"hours and output in at least {rules[Comparison.ComparedWeeks]} whole weeks before and after");
            return;
        }

        if (one.Holds(rules))
        {
            builder.Found("compression", $"{Sentence(one)}, same process version: compression.", one.Hours.N, one.Events);
            Lags(stretches.Count > 0 ? stretches : [one], work, builder);
            return;
        }

        builder.NotFound("compression", $"{Sentence(one)}{Why(one, rules)}.", one.Hours.N, one.Events);
    }

    private static string Why(Compression one, IRules rules) =>
        one.Revised && one.Hours.Rose(rules[Compression.CompressionEffort]) && one.Output.Flat(rules[Compression.CompressionOutput]) ? ", but a process was revised in between" : "";

    private static string Sentence(Compression one) =>
        $"From {Text.Day(one.After.First)}, hours {Text.Growth(one.Hours.Growth)}, output {Text.Growth(one.Output.Growth)} against the weeks from {Text.Day(one.Before.First)}";

    /// <summary>Days from the start of a compressed window to the next defect that was confirmed; what was only suspected does not count.</summary>
    private static void Lags(IReadOnlyList<Compression> stretches, WorkRecords work, ReportBuilder builder)
    {
        var defects = work.Defects.Where(defect => defect.Turns.Any(turn => turn.Status == DefectStatus.Confirmed) && defect.Turns[^1].Status != DefectStatus.Dismissed).ToList();
        var rows = stretches.Select(one => (one, Defect: defects.Find(defect => defect.Day >= one.After.First))).ToList();
        List<double> lags = [.. rows.Where(row => row.Defect is not null).Select(row => (double)(row.Defect!.Day.DayNumber - row.one.After.First.DayNumber))];
        builder.Add(
            "compression.lag",
            "Median days from compression to the next defect",
            "days",
            lags.Count == 0
                ? Measure.Missing("a confirmed defect after compression")
                : Measure.Of(Numbers.Middle(lags), lags.Count, rows.Where(row => row.Defect is not null).SelectMany(row => row.one.Events.Concat(row.Defect!.Events))));
        builder.Add(new Table("compressions", "Compression and the next defect", ["from", "hours", "output", "defectOn", "lagDays"], [.. rows.Select(row => new Row(
            [
                Text.Day(row.one.After.First),
                Text.Number(row.one.Hours.Growth),
                Text.Number(row.one.Output.Growth),
                row.Defect is { } defect ? Text.Day(defect.Day) : null,
                row.Defect is { } next ? Text.Number(next.Day.DayNumber - row.one.After.First.DayNumber) : null,
            ],
            row.Defect?.Id,
            [.. row.one.Events, .. row.Defect?.Events ?? []]))]));
    }

    private static Measure Share(Compression? one, double? growth) => growth is { } known && double.IsFinite(known)
        ? Measure.Of(known, one!.Hours.N, one.Events)
        : Measure.Missing("hours and output, above 0, in both halves");
}
