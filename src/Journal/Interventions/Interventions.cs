using System.Buffers.Binary;
using System.Security.Cryptography;
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

/// <summary>The week that an intervention begins in was drawn among several, before the first of them: only so can chance be told from what it does.</summary>
/// <param name="First">The Monday of the first week it could begin in.</param>
/// <param name="Weeks">How many consecutive weeks were drawn among.</param>
/// <param name="Place">The one drawn, counted from 0.</param>
public sealed record InterventionStartDrawn(Guid InterventionId, DateOnly First, int Weeks, int Place, DateTimeOffset OccurredAt) : IJournalEvent
{
    public const int FewestWeeks = 5;
    public const int MostWeeks = 26;

    Guid IJournalEvent.SubjectId => InterventionId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Rating(Weeks, "weeks", FewestWeeks, MostWeeks)
        ?? Check.Rating(Place, "place", 0, Weeks - 1)
        ?? (First.DayOfWeek == DayOfWeek.Monday && First > DateOnly.FromDateTime(OccurredAt.DateTime) ? null : Refusal.Invalid("first.range", "The first week that can be drawn begins on a Monday after the draw."))
        ?? Check.When(OccurredAt, now);
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

[Route("interventions", "Changes something on purpose, aimed at one or more layers; with drawAmong it begins in a week drawn among so many to come.", Verb = "start",
    Example = """{"title":"Ship ugly","layers":["belief","thinking"]}""")]
public sealed record StartIntervention(string Title, IReadOnlyList<Layer> Layers, Guid? AimId = null, int? DrawAmong = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("interventions/{id}/end", "Keeps it up no longer on purpose.",
    TakesBack = [typeof(InterventionStarted)], Example = """{"note":"It holds by itself."}""")]
public sealed record EndIntervention(string? Note = null) : Command;

public static class InterventionDecider
{
    public static Verdict Decide(StartIntervention command, Intervention? intervention, DateTimeOffset now)
    {
        var at = command.OccurredAt ?? now;
        var started = new InterventionStarted(command.Id, command.Title, [.. (command.Layers ?? []).Distinct().Order()], command.AimId, at);
        return (intervention, command.DrawAmong) switch
        {
            (not null, _) => Verdict.Unless(Refusal.Conflict("intervention.exists", "This intervention is already recorded."), started, now),
            (null, { } weeks) => Verdict.Accept(now, started, new InterventionStartDrawn(command.Id, NextMonday(at), weeks, Place(command.Id, weeks), at)),
            _ => Verdict.Unless(null, started, now),
        };
    }

    public static Verdict Decide(EndIntervention command, Intervention? intervention, DateTimeOffset now) => intervention switch
    {
        null => Refusal.Unknown("intervention.unknown", "There is no such intervention."),
        { Ended: true } => Verdict.Nothing,
        _ => Verdict.Accept(now, new InterventionEnded(command.Id, command.Note, command.OccurredAt ?? now)),
    };

    private static DateOnly NextMonday(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.DateTime);
        return day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7));
    }

    // The draw follows from the intervention's id, whose bits are random: a request that is sent again draws the same week.
    private static int Place(Guid id, int weeks) =>
        weeks < 1 ? 0 : (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(id.ToByteArray(bigEndian: true))) % (ulong)weeks);
}
