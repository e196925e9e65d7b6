using Journal.Analysis.Survival;

namespace Journal.Reports.Interventions;

/// <summary>Whether progress outlasted the intervention, by how many layers it aimed at, and by whether it stood alone.</summary>
internal static class DurabilitySection
{
    public static readonly WholeRule DurabilityCases = new("durabilityCases", 5, 1, 1000, "Ended interventions of a sort below which its share of durable ones is not given.");

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<InterventionWindow> windows)
    {
        var lasted = windows.Select(window => Durability.Of(window, view)).ToList();
        foreach (var one in lasted)
        {
            Say(view, builder, one);
        }

        builder.Add(new Table("durability", "What stayed after each intervention", ["intervention", "layers", "started", "ended", "outcome", "practice", "weeksHeld", "peak", "regression"], [.. lasted.Select(Line)]));
        var judged = lasted.Where(one => one.Judged).ToList();
        Survive(view, builder, lasted);
        Share(builder, "durable.oneLayer", "durable, of interventions aimed at one layer", judged.Where(one => one.Window.Fact.Layers.Distinct().Count() == 1), 1);
        Share(builder, "durable.manyLayers", "durable, of interventions aimed at several layers", judged.Where(one => one.Window.Fact.Layers.Distinct().Count() > 1), 1);
        Share(builder, "durable.alone", "durable, of interventions that stood alone", judged.Where(one => !Together(one.Window, windows, view.Last)), view[DurabilityCases]);
        Share(builder, "durable.together", "durable, of interventions that overlapped with others", judged.Where(one => Together(one.Window, windows, view.Last)), view[DurabilityCases]);
    }

    // Progress that no regression has followed is censored, not absent: it was seen to last so long.
    private static void Survive(ReportView view, ReportBuilder builder, IReadOnlyList<Durability> lasted)
    {
        var held = lasted.Where(one => one.Weakest is not null).ToList();
        var events = held.SelectMany(one => one.Events).Distinct().ToList();
        if (held.Count < view[Measure.Fewest])
        {
            builder.Add("durable.median", "median weeks that progress held after an intervention had ended", "weeks", Measure.Missing($"at least {view[Measure.Fewest]} ended interventions with progress; there are {held.Count}", held.Count, events));
            return;
        }

        var curve = KaplanMeier.Of([.. held.Select(one => (double)one.Held)], [.. held.Select(one => one.Weakest!.Fall is not null)]);
        builder.Add("durable.median", "median weeks that progress held after an intervention had ended", "weeks", curve.Median is { } median
            ? Measure.Of(median, held.Count, events, curve is { Low: { } low, High: { } high } && low < high ? new(low, high, 0.95) : null)
            : Measure.Missing($"more regressions: {curve.Events} of {held.Count} have followed, fewer than half", held.Count, events));
    }

    private static bool Together(InterventionWindow window, IReadOnlyList<InterventionWindow> windows, DateOnly last) => windows.Any(other => other.Id != window.Id && window.OverlapDays(other, last) > 0);

    private static void Share(ReportBuilder builder, string name, string label, IEnumerable<Durability> of, int needed)
    {
        var judged = of.ToList();
        var events = judged.SelectMany(one => one.Events);
        builder.Add(name, $"share that was {label}", "share", judged.Count < needed
            ? Measure.Missing($"{judged.Count} of {needed} ended interventions of that sort", judged.Count, events)
            : Measure.Proportion(judged.Count(one => one.Lasting == ProgressOutcome.Durable), judged.Count, events, "ended interventions of that sort"));
    }

    private static void Say(ReportView view, ReportBuilder builder, Durability one)
    {
        var (id, title, weeks) = (one.Window.Id, one.Window.Fact.Title, Text.Count(one.Held, "known week"));
        if (one.Lasting == ProgressOutcome.Temporary)
        {
            builder.Found("temporary", $"Temporary: after “{title}” had ended, the progress of “{one.Weakest!.Practice.Title}” held for {weeks}; a regression began in the week of {Text.Cell(one.Weakest.Regression)}.", one.Held, one.Events, id);
        }
        else if (one.Lasting == ProgressOutcome.Durable)
        {
            builder.NotFound("temporary", $"Durable: after “{title}” had ended, progress held for {weeks}{Later(one)}.", one.Held, one.Events, id);
        }
        else
        {
            builder.Insufficient("temporary", Missing(one, view[Durability.DurableWeeks], weeks), one.Held, one.Events, id);
        }
    }

    private static string Later(Durability one) => one.Weakest?.Regression is { } fell ? $", until a regression of “{one.Weakest.Practice.Title}” in the week of {Text.Cell(fell)}" : "";

    private static string Missing(Durability one, int needed, string weeks) => one.Lasting switch
    {
        ProgressOutcome.UnderWay => $"“{one.Window.Fact.Title}” is still under way",
        ProgressOutcome.NoProgress => $"no progress over consecutive weeks is recorded during “{one.Window.Fact.Title}”",
        _ => $"{weeks} of {needed} since “{one.Window.Fact.Title}” ended (“{one.Weakest!.Practice.Title}”)",
    };

    private static Row Line(Durability one) => new(
        [
            one.Window.Fact.Title,
            string.Join(" ", one.Window.Fact.Layers.Select(layer => Text.Cell(layer))),
            Text.Cell(one.Window.Start),
            Text.Cell(one.Window.End),
            Text.Cell(one.Lasting),
            one.Weakest?.Practice.Title,
            Text.Cell(one.Held),
            Text.Cell(one.Weakest?.Peak),
            Text.Cell(one.Weakest?.Regression),
        ],
        one.Window.Id,
        one.Events);
}
