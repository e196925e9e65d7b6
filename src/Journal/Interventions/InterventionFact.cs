using System.Text.Json.Serialization;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Interventions;

[Subject("intervention", "interventions", "What is changed on purpose, aimed at one or more layers.", typeof(InterventionStarted), typeof(InterventionStartDrawn), typeof(InterventionEnded), Daily = true)]
public sealed record InterventionFact : Fact, IFact<InterventionFact>
{
    [Personal]
    public required string Title { get; init; }

    public required IReadOnlyList<Layer> Layers { get; init; }

    public Guid? AimId { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The draw of its start; null where it was chosen.</summary>
    public DrawOfStart? Drawn { get; init; }

    /// <summary>The day it begins on: as drawn, else the day it was recorded for.</summary>
    [JsonIgnore]
    public DateOnly Begins => Drawn?.Start ?? Day;

    public override string? Heading => Title;

    internal override Fact Until(ValidTime moment) => EndedAt is { } at && !moment.Includes(at) ? this with { EndedAt = null } : this;

    public static InterventionFact? Fold(InterventionFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, InterventionStarted started) => new()
        {
            Id = started.InterventionId,
            OccurredAt = started.OccurredAt,
            Events = [id],
            Title = started.Title,
            Layers = started.Layers,
            AimId = started.AimId,
        },
        ({ } intervention, InterventionStartDrawn drawn) => intervention with { Drawn = new(drawn.First, drawn.Weeks, drawn.Place), Events = [.. intervention.Events, id] },
        ({ } intervention, InterventionEnded ended) => intervention with { EndedAt = ended.OccurredAt, Events = [.. intervention.Events, id] },
        _ => fact,
    };
}

/// <summary>The week an intervention begins in, drawn among several.</summary>
/// <param name="First">The Monday of the first week it could begin in.</param>
/// <param name="Weeks">How many consecutive weeks were drawn among.</param>
/// <param name="Place">The one drawn, counted from 0.</param>
public sealed record DrawOfStart(DateOnly First, int Weeks, int Place)
{
    /// <summary>The Monday it begins on.</summary>
    [JsonIgnore]
    public DateOnly Start => First.AddDays(7 * Place);
}
