using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>Slow despite urgency (C142), redundant communication (C143), constant correction (C144).</summary>
internal static class Friction
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        Urgency(work, builder);
        Communication(work, builder);
        Correction(work, builder);
    }

    private static void Urgency(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var pressure = Comparison.OfHalves(work.Weeks.Of(work.Loads.Where(load => load.Pressure is not null), loads => loads.Average(load => load.Pressure!.Value)), rules);
        var (earlier, later) = work.Window.Halves();
        var (before, after) = (DecisionPace.Latency(work.Decisions, earlier, earlier.Last, rules), DecisionPace.Latency(work.Decisions, later, work.View.Last, rules));
        List<Guid> events = [.. pressure?.Events ?? [], .. before.Events, .. after.Events];
        if (pressure is null || before.Value is not { } was || after.Value is not { } now)
        {
            builder.Insufficient("slowDespiteUrgency", $"pressure in {rules.ComparedWeeks} weeks and {rules.Fewest} decisions, half of them made, in each half", before.N + after.N, events);
            return;
        }

        var sentence = $"Pressure went from {Phrase.Number(pressure.Before)} to {Phrase.Number(pressure.After)} and the median time to decide from {Phrase.Number(was)} to {Phrase.Number(now)} days";
        var found = pressure.Change >= rules.PressureRise && new Comparison(was, now, 0, []).Rose(rules.FatigueRise);
        Say("slowDespiteUrgency", found, found ? $"{sentence}: slower despite urgency." : $"{sentence}.", before.N + after.N, events, builder);
    }

    private static void Communication(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var messages = Comparison.OfHalves(work.Weeks.Of(work.Loads.Where(load => load.Messages is not null), loads => loads.Average(load => load.Messages!.Value)), rules);
        var output = Comparison.OfHalves(work.Weeks.Output, rules);
        List<Guid> events = [.. messages?.Events ?? [], .. output?.Events ?? []];
        if (messages is null || output is null)
        {
            builder.Insufficient("redundantCommunication", $"messages and output in at least {rules.ComparedWeeks} weeks of each half", (messages?.N ?? 0) + (output?.N ?? 0), events);
            return;
        }

        var found = messages.Rose(rules.GrowthRise) && output.Flat(rules.CompressionOutput);
        var sentence = $"Messages {Phrase.Growth(messages.Growth)}, output {Phrase.Growth(output.Growth)} from the earlier to the later half";
        Say("redundantCommunication", found, found ? $"{sentence}: more messages for the same output." : $"{sentence}.", messages.N + output.N, events, builder);
    }

    // Constant means in every stretch that is known, and in more than one.
    private static void Correction(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var whole = CorrectionRate.Of(work, work.Window, rules);
        builder.Add("corrections", "Corrections per finished action", "per action", whole);
        List<Measure> stretches = [.. Stretches(work).Select(period => CorrectionRate.Of(work, period, rules)).Where(rate => rate.Value is not null)];
        if (stretches.Count < 2)
        {
            builder.Insufficient("constantCorrection", $"at least {rules.Fewest} finished actions in each of two stretches of {rules.AftermathWeeks} weeks", whole.N, whole.Events);
            return;
        }

        var over = stretches.Count(rate => rate.Value >= rules.CorrectionRate);
        Say(
            "constantCorrection",
            over == stretches.Count,
            $"{Phrase.Number(whole.Value!.Value)} corrections per finished action; in {over} of {Phrase.Count(stretches.Count, "period")} of {rules.AftermathWeeks} weeks at least {Phrase.Number(rules.CorrectionRate)}.",
            whole.N,
            whole.Events,
            builder);
    }

    private static IEnumerable<Period> Stretches(WorkRecords work)
    {
        var days = 7 * work.View.Rules.AftermathWeeks;
        for (var last = work.View.Last; last.AddDays(1 - days) >= work.View.First; last = last.AddDays(-days))
        {
            yield return new(last.AddDays(1 - days), last);
        }
    }

    private static void Say(string name, bool found, string sentence, int n, IEnumerable<Guid> events, ReportBuilder builder)
    {
        if (found)
        {
            builder.Found(name, sentence, n, events);
        }
        else
        {
            builder.NotFound(name, sentence, n, events);
        }
    }
}
