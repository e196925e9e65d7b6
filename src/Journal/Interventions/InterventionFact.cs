using Journal.Facts;
using Journal.Recording;

namespace Journal.Interventions;

[Subject("intervention", "interventions", "What is changed on purpose, aimed at one or more layers.", typeof(InterventionStarted), typeof(InterventionEnded), Daily = true)]
public sealed record InterventionFact : Fact, IFact<InterventionFact>
{
    public required string Title { get; init; }

    public required IReadOnlyList<Layer> Layers { get; init; }

    public Guid? AimId { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

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
        ({ } intervention, InterventionEnded ended) => intervention with { EndedAt = ended.OccurredAt, Events = [.. intervention.Events, id] },
        _ => fact,
    };
}
