using Journal.Processes;
using Journal.Reports.CleanExecution;
using Journal.Reports.Metrics;

namespace Journal.Reports.Operator;

/// <summary>Speed without pressure (C127), clarity rather than dependency (C128), replication without oversight (C129).</summary>
internal static class AlignedSigns
{
    public static readonly Rule FastDays = new("fastDays", 2, 0, 366, "Median days to a decision up to which decisions are fast.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        Speed(work, builder);
        Clarity(work, builder);
        Replication(work, builder);
    }

    private static void Speed(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var latency = DecisionPace.Latency(work.Decisions, work.Window, work.View.Last, rules);
        var pressure = Measure.Median(work.Loads, load => load.Pressure, "observations of pressure", rules);
        var enforcement = Measure.Median(work.States, state => state.Enforcement, "samples of enforcement", rules);
        builder.Add("latency", "Median days to a decision, open ones included", "days", latency);
        builder.Add("pressure", "Median pressure", "1 to 7", pressure);
        builder.Add("enforcement", "Median from continuation (-3) to enforcement (+3)", "-3 to 3", enforcement);
        List<Guid> events = [.. latency.Events, .. pressure.Events, .. enforcement.Events];
        if (latency.Value is not { } days || (pressure.Value ?? enforcement.Value) is null)
        {
            builder.Insufficient("speedWithoutPressure", $"at least {rules[Measure.Fewest]} decisions, and as many observations of pressure or enforcement", latency.N, events);
            return;
        }

        var (fast, pressed) = (days <= rules[FastDays], pressure.Value > rules[OperatorNeed.CalmLevel] || enforcement.Value > 0);
        var sentence = $"Half of the decisions are made within {Text.Number(days)} days, under {(pressed ? "pressure" : "little pressure")}";
        builder.Judge("speedWithoutPressure", fast && !pressed, $"{sentence}: speed without pressure.", $"{sentence}: {(fast ? "speed by pressure" : "no speed")}.", latency.N, events);
    }

    private static void Clarity(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var dependency = OperatorDependency.Of(work, work.Window, rules);
        builder.Add("dependency", "Share of outcomes that needed the operator", "share", dependency);
        var sentence = $"{Text.Percent(dependency.Value)} of {Text.Count(dependency.N, "outcome")} needed the operator";
        builder.Judge(
            "clarityNotDependency",
            dependency,
            dependency.Value <= rules[OperatorDependency.DependencyLow],
            $"{sentence}: clarity carries them.",
            $"{sentence}: {(dependency.Value >= rules[OperatorDependency.DependencyHigh] ? "they depend on the operator" : "neither clear of the operator nor dependent")}.");
    }

    private static void Replication(WorkRecords work, ReportBuilder builder)
    {
        var share = Measure.Share(
            work.Runs.Where(run => run.By == Runner.Other),
            run => run is { Supervised: { } watched, Consistent: { } consistent } ? !watched && consistent : null,
            "runs by others that say whether they were supervised and consistent",
            work.View);
        builder.Add("replication", "Share of runs by others that were consistent and unsupervised", "share", share);
        var sentence = $"{Text.Percent(share.Value)} of {Text.Count(share.N, "run")} by others were consistent with nobody watching";
        builder.Judge("replicationWithoutOversight", share, share.Value >= work.View[CleanProcess.CleanShare], $"{sentence}.", $"{sentence}: replication needs oversight or does not hold.");
    }
}

/// <summary>What stands in for structure: force (C130), presence (C131), fluctuation (C132).</summary>
internal static class OppositeSigns
{
    public static readonly Rule PresentShare = new("presentShare", 0.50, 0, 1, "Share of runs, 0 to 1, with the operator there, from which on they rest on presence.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var force = Measure.Median(work.States, state => state.Enforcement, "samples of enforcement", rules);
        var median = $"The median from continuation (-3) to enforcement (+3) is {Text.Number(force.Value)}";
        builder.Judge("force", force, force.Value > 0, $"{median}: it is held by force.", $"{median}: no force is needed.");

        var presence = Measure.Share(work.Runs, run => run.OperatorPresent, "runs that say whether the operator was there", rules);
        var there = $"The operator was there in {Text.Percent(presence.Value)} of {Text.Count(presence.N, "run")}";
        builder.Add("presence", "Share of runs with the operator there", "share", presence);
        builder.Judge("presence", presence, presence.Value >= rules[PresentShare], $"{there}: runs rest on presence.", $"{there}: runs do not rest on presence.");

        var fluctuation = Fluctuation.Of(work);
        var varies = $"Weekly adherence varies by {Text.Percent(fluctuation.Value)} of its mean";
        builder.Add("fluctuation", "Coefficient of variation of weekly adherence", "ratio", fluctuation);
        builder.Judge("fluctuation", fluctuation, fluctuation.Value > rules[Fluctuation.FluctuationLimit], $"{varies}: it fluctuates.", $"{varies}: it is steady.");
    }
}
