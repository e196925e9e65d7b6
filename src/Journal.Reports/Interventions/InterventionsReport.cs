using Journal.Beliefs;

namespace Journal.Reports.Interventions;

/// <summary>What was there before each intervention and after it, and what stayed once it had ended. One followed the other; that is all it says.</summary>
public static class InterventionsReport
{
    public static ReportKind Kind { get; } = new(
        "interventions", "What each intervention was followed by, and whether it lasted after the intervention had ended.", Write)
    {
        Question = "What followed each change I made?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var windows = InterventionWindow.Of(view);
        SidesSection.Write(view, builder, windows);
        TrialsSection.Write(builder, windows, builder.Figures);
        DurabilitySection.Write(view, builder, windows);
        OverlapSection.Write(view, builder, windows);
        BeliefChangeSection.Write(view, builder, windows);
    }
}

/// <summary>Which interventions were under way together, and for how many days.</summary>
internal static class OverlapSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<InterventionWindow> windows) => builder.Add(new Table(
        "overlaps",
        "Interventions under way together",
        ["intervention", "other", "days"],
        [
            .. from i in Enumerable.Range(0, windows.Count)
               from other in windows.Skip(i + 1)
               let days = windows[i].OverlapDays(other, view.Last)
               where days > 0
               select new Row([windows[i].Fact.Title, other.Fact.Title, Text.Cell(days)], windows[i].Id, [.. windows[i].Fact.Events, .. other.Fact.Events]),
        ]));
}

/// <summary>Beliefs that were rated anew, replaced or retired while an intervention was under way, as they were before and after.</summary>
internal static class BeliefChangeSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<InterventionWindow> windows)
    {
        var beliefs = view.All<BeliefFact>().Where(belief => belief.Counts).ToList();
        var byId = beliefs.ToDictionary(belief => belief.Id);
        builder.Add(new Table(
            "beliefChanges",
            "Beliefs that changed while an intervention was under way",
            ["intervention", "day", "change", "before", "strengthBefore", "after", "strengthAfter"],
            [
                .. from window in windows
                   from belief in beliefs
                   where window.Serves(belief.AimId)
                   from change in Changes(belief, byId)
                   where change.At >= window.Start && change.At <= (window.End ?? view.Last)
                   orderby window.Start, window.Id, change.At, belief.Id
                   select new Row(
                       [window.Fact.Title, Text.Cell(change.At), change.Word, belief.Text, Text.Cell(change.Before), change.After, Text.Cell(change.Strength)],
                       window.Id,
                       [.. window.Fact.Events, .. change.Events]),
            ]));
    }

    private static IEnumerable<Change> Changes(BeliefFact belief, Dictionary<Guid, BeliefFact> byId)
    {
        for (var i = 1; i < belief.Ratings.Count; i++)
        {
            yield return new(Day(belief.Ratings[i].At), "rated", belief.Ratings[i - 1].Strength, belief.Text, belief.Ratings[i].Strength, belief.Events);
        }

        if (belief.EndedAt is { } ended)
        {
            var next = belief.ReplacedBy is { } id ? byId.GetValueOrDefault(id) : null;
            yield return new(
                Day(ended), belief.ReplacedBy is null ? "retired" : "replaced", belief.StrengthAt(ended), next?.Text, next?.StrengthAt(ended), [.. belief.Events, .. next?.Events ?? []]);
        }
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);

    private sealed record Change(DateOnly At, string Word, double Before, string? After, double? Strength, IReadOnlyList<Guid> Events);
}
