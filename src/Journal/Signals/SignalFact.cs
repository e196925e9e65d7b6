using Journal.Facts;
using Journal.Recording;

namespace Journal.Signals;

[Subject("signal", "signals", "Something noticed that may call for action.", typeof(SignalNoticed), typeof(SignalActedOn), typeof(SignalDismissed))]
public sealed record SignalFact : Fact, IFact<SignalFact>
{
    [Personal]
    public required string Text { get; init; }

    public Guid? AimId { get; init; }

    public DateTimeOffset? ActedAt { get; init; }

    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>The belief by which it was set aside.</summary>
    public Guid? DismissedBy { get; init; }

    public override string? Heading => Text;

    internal override Fact Until(ValidTime moment) => this with
    {
        ActedAt = ActedAt is { } acted && !moment.Includes(acted) ? null : ActedAt,
        DismissedBy = DismissedAt is { } at && !moment.Includes(at) ? null : DismissedBy,
        DismissedAt = DismissedAt is { } dismissed && !moment.Includes(dismissed) ? null : DismissedAt,
    };

    public static SignalFact? Fold(SignalFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, SignalNoticed noticed) => new() { Id = noticed.SignalId, OccurredAt = noticed.OccurredAt, Events = [id], Text = noticed.Text, AimId = noticed.AimId },
        ({ } signal, SignalActedOn acted) => signal with { ActedAt = signal.ActedAt ?? acted.OccurredAt, Events = [.. signal.Events, id] },
        ({ } signal, SignalDismissed dismissed) => signal with
        {
            DismissedAt = dismissed.OccurredAt,
            DismissedBy = dismissed.BeliefId,
            Events = [.. signal.Events, id],
        },
        _ => fact,
    };
}
