using Journal.Commitments;
using Journal.Facts;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>How often a small action was weighed before it was done (C32).</summary>
internal static class NegotiationSection
{
    public static readonly WholeRule DeliberationNotes = new("deliberationNotes", 3, 1, 1000, "Notes of weighing before a small action that make it negotiated.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var small = scope.Commitments.Where(one => one.PlannedMinutes <= scope.Rules[FrictionMetrics.SmallMinutes]).ToList();
        builder.Add(
            "negotiation.mean",
            $"Notes of weighing before an action of at most {Text.Number(scope.Rules[FrictionMetrics.SmallMinutes])} minutes",
            "count",
            Measure.Mean([.. small.Select(one => ((double)Notes(one), (Fact)one))], "small commitments", scope.Rules));
        var weighed = small.Where(one => Notes(one) >= scope.Rules[DeliberationNotes]).ToList();
        foreach (var one in weighed)
        {
            var sentence = $"{Text.Count(Notes(one), "note")} of weighing before \"{one.Title}\", planned for {Text.Number(one.PlannedMinutes!.Value)} minutes.";
            builder.Found("negotiation", sentence, Notes(one), one.Events, one.Id);
        }

        if (small.Count == 0)
        {
            builder.Insufficient("negotiation", $"commitments planned for at most {Text.Number(scope.Rules[FrictionMetrics.SmallMinutes])} minutes");
        }
        else if (weighed.Count == 0)
        {
            builder.NotFound("negotiation", $"No small action of {small.Count} was weighed {scope.Rules[DeliberationNotes]} times or more before it.", small.Count, small.SelectMany(one => one.Events));
        }
    }

    // Weighing after the start belongs to the work.
    private static int Notes(CommitmentFact commitment) => commitment.Deliberations.Count(at => !(at > (commitment.StartedAt ?? commitment.Ending?.At)));
}
