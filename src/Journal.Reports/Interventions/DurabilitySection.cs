using Journal.Reports.Causes;

namespace Journal.Reports.Interventions;

/// <summary>Whether progress outlasted the intervention, by how many layers it aimed at, and by whether it stood alone.</summary>
internal static class DurabilitySection
{
    public static readonly WholeRule DurabilityCases = new("durabilityCases", 5, 1, 1000, "Ended interventions of a sort below which its share of durable ones is not given.");

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<Trial> trials)
    {
        var lasted = trials.Select(trial => Durability.Of(trial, view)).ToList();
        foreach (var one in lasted)
        {
            Say(view, builder, one);
        }

        builder.Add(new Table("durability", "What stayed after each intervention", ["intervention", "layers", "started", "ended", "outcome", "practice", "weeksHeld", "peak", "regression"], [.. lasted.Select(Line)]));
        var judged = lasted.Where(one => one.Judged).ToList();
        Share(builder, "durable.oneLayer", "durable, of interventions aimed at one layer", judged.Where(one => one.Trial.Fact.Layers.Distinct().Count() == 1), 1);
        Share(builder, "durable.manyLayers", "durable, of interventions aimed at several layers", judged.Where(one => one.Trial.Fact.Layers.Distinct().Count() > 1), 1);
        Share(builder, "durable.alone", "durable, of interventions that stood alone", judged.Where(one => !Together(one.Trial, trials, view.Last)), view[DurabilityCases]);
        Share(builder, "durable.together", "durable, of interventions that overlapped with others", judged.Where(one => Together(one.Trial, trials, view.Last)), view[DurabilityCases]);
    }

    private static bool Together(Trial trial, IReadOnlyList<Trial> trials, DateOnly last) => trials.Any(other => other.Id != trial.Id && trial.OverlapDays(other, last) > 0);

    private static void Share(ReportBuilder builder, string name, string label, IEnumerable<Durability> of, int needed)
    {
        var judged = of.ToList();
        var events = judged.SelectMany(one => one.Events);
        builder.Add(name, $"share that was {label}", "share", judged.Count < needed
            ? Measure.Missing($"{judged.Count} of {needed} ended interventions of that sort", judged.Count, events)
            : Measure.Proportion(judged.Count(one => one.Lasting == Lasting.Durable), judged.Count, events, "ended interventions of that sort"));
    }

    private static void Say(ReportView view, ReportBuilder builder, Durability one)
    {
        var (id, title, weeks) = (one.Trial.Id, one.Trial.Fact.Title, Text.Count(one.Held, "known week"));
        if (one.Lasting == Lasting.Temporary)
        {
            builder.Found("temporary", $"Temporary: after “{title}” had ended, the progress of “{one.Weakest!.Practice.Title}” held for {weeks}; a regression began in the week of {Text.Cell(one.Weakest.Regression)}.", one.Held, one.Events, id);
        }
        else if (one.Lasting == Lasting.Durable)
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
        Lasting.UnderWay => $"“{one.Trial.Fact.Title}” is still under way",
        Lasting.NoProgress => $"no progress over consecutive weeks is recorded during “{one.Trial.Fact.Title}”",
        _ => $"{weeks} of {needed} since “{one.Trial.Fact.Title}” ended (“{one.Weakest!.Practice.Title}”)",
    };

    private static Row Line(Durability one) => new(
        [
            one.Trial.Fact.Title,
            string.Join(" ", one.Trial.Fact.Layers.Select(layer => Text.Cell(layer))),
            Text.Cell(one.Trial.Start),
            Text.Cell(one.Trial.End),
            Text.Cell(one.Lasting),
            one.Weakest?.Practice.Title,
            Text.Cell(one.Held),
            Text.Cell(one.Weakest?.Peak),
            Text.Cell(one.Weakest?.Regression),
        ],
        one.Trial.Id,
        one.Events);
}
