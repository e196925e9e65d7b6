using Journal.Facts;
using Journal.Recording;

namespace Journal.Aims;

[Subject("aim", "aims", "Something to sustain.", typeof(AimSet), typeof(AimRevised), typeof(AimClosed))]
public sealed record AimFact : Fact, IFact<AimFact>
{
    [Personal]
    public required string Title { get; init; }

    [Personal]
    public string? Why { get; init; }

    public AimEnding? Ending { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public override string? Heading => Title;

    internal override Fact Until(ValidTime moment) =>
        ClosedAt is { } at && !moment.Includes(at) ? this with { ClosedAt = null, Ending = null } : this;

    public static AimFact? Fold(AimFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, AimSet set) => new() { Id = set.AimId, OccurredAt = set.OccurredAt, Events = [id], Title = set.Title, Why = set.Why },
        ({ } aim, AimRevised revised) => aim with { Title = revised.Title ?? aim.Title, Why = revised.Cleared?.Contains(AimPart.Why) is true ? null : revised.Why ?? aim.Why, Events = [.. aim.Events, id] },
        ({ } aim, AimClosed closed) => aim with { Ending = closed.Ending, ClosedAt = closed.OccurredAt, Events = [.. aim.Events, id] },
        _ => fact,
    };
}
