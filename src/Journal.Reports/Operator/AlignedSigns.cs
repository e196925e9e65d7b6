using Journal.Processes;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>Speed without pressure (C127), clarity rather than dependency (C128), replication without oversight (C129).</summary>
internal static class AlignedSigns
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        Speed(work, builder);
        Clarity(work, builder);
        Replication(work, builder);
    }

    private static void Speed(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var latency = DecisionPace.Latency(work.Decisions, work.Window, work.View.Last, rules);
        var pressure = Reading.Middle(work.Loads, load => load.Pressure, "observations of pressure", rules);
        var enforcement = Reading.Middle(work.States, state => state.Enforcement, "samples of enforcement", rules);
        builder.Add("latency", "Median days to a decision, open ones included", "days", latency);
        builder.Add("pressure", "Median pressure", "1 to 7", pressure);
        builder.Add("enforcement", "Median from continuation (-3) to enforcement (+3)", "-3 to 3", enforcement);
        List<Guid> events = [.. latency.Events, .. pressure.Events, .. enforcement.Events];
        if (latency.Value is not { } days || (pressure.Value ?? enforcement.Value) is null)
        {
            builder.Insufficient("speedWithoutPressure", $"at least {rules.Fewest} decisions, and as many observations of pressure or enforcement", latency.N, events);
            return;
        }

        var (fast, pressed) = (days <= rules.FastDays, pressure.Value > rules.CalmLevel || enforcement.Value > 0);
        var sentence = $"Half of the decisions are made within {Phrase.Number(days)} days, under {(pressed ? "pressure" : "little pressure")}";
        if (fast && !pressed)
        {
            builder.Found("speedWithoutPressure", $"{sentence}: speed without pressure.", latency.N, events);
        }
        else
        {
            builder.NotFound("speedWithoutPressure", $"{sentence}: {(fast ? "speed by pressure" : "no speed")}.", latency.N, events);
        }
    }

    private static void Clarity(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var dependency = OperatorDependency.Of(work, work.Window, rules);
        builder.Add("dependency", "Share of outcomes that needed the operator", "share", dependency);
        if (dependency.Value is not { } share)
        {
            builder.Insufficient("clarityNotDependency", $"at least {rules.Fewest} outcomes that say whether they needed the operator", dependency.N, dependency.Events);
            return;
        }

        var sentence = $"{Phrase.Percent(share)} of {Phrase.Count(dependency.N, "outcome")} needed the operator";
        if (share <= rules.DependencyLow)
        {
            builder.Found("clarityNotDependency", $"{sentence}: clarity carries them.", dependency.N, dependency.Events);
        }
        else
        {
            builder.NotFound("clarityNotDependency", $"{sentence}: {(share >= rules.DependencyHigh ? "they depend on the operator" : "neither clear of the operator nor dependent")}.", dependency.N, dependency.Events);
        }
    }

    private static void Replication(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var share = Reading.Share(
            work.Runs.Where(run => run.By == Runner.Other),
            run => run is { Supervised: { } watched, Consistent: { } consistent } ? !watched && consistent : null,
            "runs by others that say whether they were supervised and consistent",
            rules);
        builder.Add("replication", "Share of runs by others that were consistent and unsupervised", "share", share);
        if (share.Value is not { } value)
        {
            builder.Insufficient("replicationWithoutOversight", $"at least {rules.Fewest} runs by others that say whether they were supervised and consistent", share.N, share.Events);
            return;
        }

        var sentence = $"{Phrase.Percent(value)} of {Phrase.Count(share.N, "run")} by others were consistent with nobody watching";
        if (value >= rules.CleanShare)
        {
            builder.Found("replicationWithoutOversight", $"{sentence}.", share.N, share.Events);
        }
        else
        {
            builder.NotFound("replicationWithoutOversight", $"{sentence}: replication needs oversight or does not hold.", share.N, share.Events);
        }
    }
}
