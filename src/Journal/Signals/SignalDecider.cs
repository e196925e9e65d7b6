using Journal.Recording;

namespace Journal.Signals;

[Route("signals", "Notes a signal.", Verb = "notice")]
public sealed record NoticeSignal(string Text, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("signals/{id}/act", "It was acted on.")]
public sealed record ActOnSignal(string? Action = null) : Command;

[Route("signals/{id}/dismiss", "Sets it aside on purpose.")]
public sealed record DismissSignal(Guid? BeliefId = null, string? Reason = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("belief", BeliefId);
}

public static class SignalDecider
{
    private const string Subject = "signal";

    public static Verdict Decide(NoticeSignal command, Signal? signal, DateTimeOffset now) => Verdict.Unless(
        Check.Text(command.Text) ?? Check.When(command.OccurredAt, now) ?? Presence.Unused(signal, Subject),
        new SignalNoticed(command.Id, command.Text, command.AimId, command.OccurredAt ?? now));

    // One that was set aside may still be acted on: people think again.
    public static Verdict Decide(ActOnSignal command, Signal? signal, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalText(command.Action, "action") ?? Check.When(command.OccurredAt, now) ?? Presence.There(signal, Subject),
        new SignalActedOn(command.Id, command.Action, command.OccurredAt ?? now),
        repeated: signal is { ActedOn: true });

    public static Verdict Decide(DismissSignal command, Signal? signal, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalText(command.Reason, "reason")
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.There(signal, Subject)
            ?? (signal is { ActedOn: true } ? Refusal.Conflict("signal.acted", "This signal was acted on.") : null),
        new SignalDismissed(command.Id, command.BeliefId, command.Reason, command.OccurredAt ?? now),
        repeated: signal is { Dismissed: true });
}
