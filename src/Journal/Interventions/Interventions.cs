using Journal.Recording;

namespace Journal.Interventions;

/// <summary>A person changes something on purpose, aimed at one or more layers.</summary>
public sealed record InterventionStarted(
    Guid InterventionId, [property: Personal] string Title, IReadOnlyList<Layer> Layers, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => InterventionId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Title(Title) ?? Targets(Layers) ?? Check.When(OccurredAt, now);

    private static Refusal? Targets(IReadOnlyList<Layer>? layers) =>
        layers is null or [] ? Refusal.Invalid("layers.missing", "Name at least one layer: belief, thinking or execution.")
        : layers.Any(layer => !Enum.IsDefined(layer)) ? Refusal.Invalid("layers.unknown", "Layers are belief, thinking and execution.")
        : null;
}

/// <summary>The change is no longer kept up on purpose; what stays of it is durability.</summary>
public sealed record InterventionEnded(Guid InterventionId, [property: Personal] string? Note, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => InterventionId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Note, "note") ?? Check.When(OccurredAt, now);
}

public sealed record Intervention(Guid Id, bool Ended) : IState<Intervention>
{
    private static Intervention From(InterventionStarted e) => new(e.InterventionId, Ended: false);

    private static Intervention On(InterventionEnded e, Intervention intervention) => intervention with { Ended = true };

    public static Intervention? Fold(Intervention? state, IJournalEvent e) => (state, e) switch
    {
        (null, InterventionStarted started) => From(started),
        ({ } intervention, InterventionEnded ended) => On(ended, intervention),
        _ => state,
    };
}

[Route("interventions", "Changes something on purpose, aimed at one or more layers.", Verb = "start",
    Example = """{"title":"Ship ugly","layers":["belief","thinking"]}""")]
public sealed record StartIntervention(string Title, IReadOnlyList<Layer> Layers, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("interventions/{id}/end", "Keeps it up no longer on purpose.",
    TakesBack = [typeof(InterventionStarted)], Example = """{"note":"It holds by itself."}""")]
public sealed record EndIntervention(string? Note = null) : Command;

public static class InterventionDecider
{
    public static Verdict Decide(StartIntervention command, Intervention? intervention, DateTimeOffset now) => Verdict.Unless(
        intervention is not null ? Refusal.Conflict("intervention.exists", "This intervention is already recorded.") : null,
        new InterventionStarted(
            command.Id, command.Title, [.. (command.Layers ?? []).Distinct().Order()], command.AimId, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(EndIntervention command, Intervention? intervention, DateTimeOffset now) => intervention switch
    {
        null => Refusal.Unknown("intervention.unknown", "There is no such intervention."),
        { Ended: true } => Verdict.Nothing,
        _ => Verdict.Accept(now, new InterventionEnded(command.Id, command.Note, command.OccurredAt ?? now)),
    };
}
