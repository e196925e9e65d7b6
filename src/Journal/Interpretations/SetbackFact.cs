using Journal.Facts;

namespace Journal.Interpretations;

[Subject("setback", "setbacks", "What is made of something that did not work out.", typeof(SetbackInterpreted))]
public sealed record SetbackFact : Fact, IFact<SetbackFact>
{
    public required SetbackReading Reading { get; init; }

    [Personal]
    public required string Text { get; init; }

    /// <summary>Whether the reading supports acting on the aim; null when that was not said.</summary>
    public bool? Supports { get; init; }

    public IReadOnlyList<Guid> BeliefIds { get; init; } = [];

    /// <summary>The commitment, outcome or decision it is about.</summary>
    public Guid? SourceId { get; init; }

    public Guid? AimId { get; init; }

    public override string? Heading => Text;

    public static SetbackFact? Fold(SetbackFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, SetbackInterpreted read) => new()
        {
            Id = read.SetbackId,
            OccurredAt = read.OccurredAt,
            Events = [id],
            Reading = read.Reading,
            Text = read.Text,
            Supports = read.Supports,
            BeliefIds = read.BeliefIds,
            SourceId = read.SourceId,
            AimId = read.AimId,
        },
        _ => fact,
    };
}
