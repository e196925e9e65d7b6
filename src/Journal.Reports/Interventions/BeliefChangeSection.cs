using Journal.Beliefs;
using Journal.Reports.Causes;

namespace Journal.Reports.Interventions;

/// <summary>Beliefs that were rated anew, replaced or retired while an intervention was under way, as they were before and after.</summary>
internal static class BeliefChangeSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<Trial> trials)
    {
        var beliefs = view.All<BeliefFact>().Where(belief => belief.Counts).ToList();
        var byId = beliefs.ToDictionary(belief => belief.Id);
        builder.Add(new Table(
            "beliefChanges",
            "Beliefs that changed while an intervention was under way",
            ["intervention", "day", "change", "before", "strengthBefore", "after", "strengthAfter"],
            [
                .. from trial in trials
                   from belief in beliefs
                   where trial.Serves(belief.AimId)
                   from change in Changes(belief, byId)
                   where change.At >= trial.Start && change.At <= (trial.End ?? view.Last)
                   orderby trial.Start, trial.Id, change.At, belief.Id
                   select new Row(
                       [trial.Fact.Title, Text.Cell(change.At), change.Word, belief.Text, Text.Cell(change.Before), change.After, Text.Cell(change.Strength)],
                       trial.Id,
                       [.. trial.Fact.Events, .. change.Events]),
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
