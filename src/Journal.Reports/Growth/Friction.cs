using Journal.Reports.Metrics;

namespace Journal.Reports.Growth;

/// <summary>Slow despite urgency (C142), redundant communication (C143), constant correction (C144).</summary>
internal static class Friction
{
    public static readonly Rule PressureRise = new("pressureRise", 1, 0, 6, "By how many points of 7 pressure rises before that is said.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        Urgency(work, builder);
        Communication(work, builder);
        Correction(work, builder);
    }

    private static void Urgency(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var pressure = Comparison.OfHalves(work.Weeks.Of(work.Loads.Where(load => load.Pressure is not null), loads => loads.Average(load => load.Pressure!.Value)), rules);
        var (earlier, later) = work.Window.Halves();
        var (before, after) = (DecisionPace.Latency(work.Decisions, earlier, earlier.Last, rules), DecisionPace.Latency(work.Decisions, later, work.View.Last, rules));
        List<Guid> events = [.. pressure?.Events ?? [], .. before.Events, .. after.Events];
        if (pressure is null || before.Value is not { } was || after.Value is not { } now)
        {
            builder.Insufficient("slowDespiteUrgency", $"pressure in {rules[Comparison.ComparedWeeks]} weeks and {rules[Measure.Fewest]} decisions, half of them made, in each half", before.N + after.N, events);
            return;
        }

        var sentence = $"Pressure went from {Text.Number(pressure.Before)} to {Text.Number(pressure.After)} and the median time to decide from {Text.Number(was)} to {Text.Number(now)} days";
        builder.Judge(
            "slowDespiteUrgency",
            pressure.Change >= rules[PressureRise] && new Comparison(was, now, 0, []).Rose(rules[DecisionFatigue.FatigueRise]),
            $"{sentence}: slower despite urgency.",
            $"{sentence}.",
            before.N + after.N,
            events);
    }

    private static void Communication(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var messages = Comparison.OfHalves(work.Weeks.Of(work.Loads.Where(load => load.Messages is not null), loads => loads.Average(load => load.Messages!.Value)), rules);
        var output = Comparison.OfHalves(work.Weeks.Output, rules);
        List<Guid> events = [.. messages?.Events ?? [], .. output?.Events ?? []];
        if (messages is null || output is null)
        {
            builder.Insufficient("redundantCommunication", $"messages and output in at least {rules[Comparison.ComparedWeeks]} weeks of each half", (messages?.N ?? 0) + (output?.N ?? 0), events);
            return;
        }

        var sentence = $"Messages {Text.Growth(messages.Growth)}, output {Text.Growth(output.Growth)} from the earlier to the later half";
        builder.Judge(
            "redundantCommunication",
            messages.Rose(rules[TeamGrowth.GrowthRise]) && output.Flat(rules[Compression.CompressionOutput]),
            $"{sentence}: more messages for the same output.",
            $"{sentence}.",
            messages.N + output.N,
            events);
    }

    // Constant means in every stretch that is known, and in more than one.
    private static void Correction(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var whole = CorrectionRate.Of(work, work.Window, rules);
        builder.Add("corrections", "Corrections per finished action", "per action", whole);
        List<Measure> stretches = [.. Stretches(work).Select(period => CorrectionRate.Of(work, period, rules)).Where(rate => rate.Value is not null)];
        var over = stretches.Count(rate => rate.Value >= rules[CorrectionRate.Constant]);
        var sentence = $"{Text.Number(whole.Value)} corrections per finished action; in {over} of {Text.Count(stretches.Count, "period")} of {rules[Spike.AftermathWeeks]} weeks at least {Text.Number(rules[CorrectionRate.Constant])}.";
        builder.Judge(
            "constantCorrection",
            stretches.Count < 2
                ? Measure.Missing($"at least {rules[Measure.Fewest]} finished actions in each of two stretches of {rules[Spike.AftermathWeeks]} weeks", whole.N, whole.Events)
                : whole,
            over == stretches.Count,
            sentence,
            sentence);
    }

    private static IEnumerable<Period> Stretches(WorkRecords work)
    {
        var days = 7 * work.View[Spike.AftermathWeeks];
        for (var last = work.View.Last; last.AddDays(1 - days) >= work.View.First; last = last.AddDays(-days))
        {
            yield return new(last.AddDays(1 - days), last);
        }
    }
}
