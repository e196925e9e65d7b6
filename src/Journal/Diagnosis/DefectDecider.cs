using Journal.Recording;

namespace Journal.Diagnosis;

[Route("defects", "Raises a suspicion.", Verb = "raise")]
public sealed record RaiseDefect(
    string Title,
    Layer? Layer = null,
    Guid? Locus = null,
    IReadOnlyList<Guid>? ExecutionIds = null,
    IReadOnlyList<Guid>? UpstreamIds = null,
    double? Confidence = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("defects/{id}/confirm", "Confirms it.")]
public sealed record ConfirmDefect : Command;

[Route("defects/{id}/dismiss", "It turned out to be none.")]
public sealed record DismissDefect(string? Reason = null) : Command;

[Route("defects/{id}/resolve", "It is gone.")]
public sealed record ResolveDefect(string? Note = null) : Command;

public static class DefectDecider
{
    private const string Subject = "defect";

    private static readonly Refusal Closed = Refusal.Conflict("defect.closed", "This defect was dismissed or resolved.");

    public static Verdict Decide(RaiseDefect command, Defect? defect, DateTimeOffset now) => Verdict.Unless(
        Check.Title(command.Title)
            ?? Check.Known(command.Layer, "layer")
            ?? Check.Ids(command.ExecutionIds, "executionIds")
            ?? Check.Ids(command.UpstreamIds, "upstreamIds")
            ?? Check.Share(command.Confidence, "confidence")
            ?? Attribution(command)
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.Unused(defect, Subject),
        new DefectRaised(
            command.Id,
            command.Title,
            command.Layer,
            command.Locus,
            command.ExecutionIds ?? [],
            command.UpstreamIds ?? [],
            command.Confidence,
            command.AimId,
            command.OccurredAt ?? now));

    public static Verdict Decide(ConfirmDefect command, Defect? defect, DateTimeOffset now) => Verdict.Unless(
        Check.When(command.OccurredAt, now)
            ?? Presence.There(defect, Subject)
            ?? (defect is { Standing: DefectStanding.Dismissed or DefectStanding.Resolved } ? Closed : null),
        new DefectConfirmed(command.Id, command.OccurredAt ?? now),
        repeated: defect is { Standing: DefectStanding.Confirmed });

    public static Verdict Decide(DismissDefect command, Defect? defect, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalText(command.Reason, "reason")
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.There(defect, Subject)
            ?? (defect is { Standing: DefectStanding.Resolved } ? Closed : null),
        new DefectDismissed(command.Id, command.Reason, command.OccurredAt ?? now),
        repeated: defect is { Standing: DefectStanding.Dismissed });

    public static Verdict Decide(ResolveDefect command, Defect? defect, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalText(command.Note, "note")
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.There(defect, Subject)
            ?? (defect is { Standing: DefectStanding.Dismissed } ? Closed : null),
        new DefectResolved(command.Id, command.Note, command.OccurredAt ?? now),
        repeated: defect is { Standing: DefectStanding.Resolved });

    // A layer is a claim about where it comes from; without something it shows in and something upstream of that, there is none.
    private static Refusal? Attribution(RaiseDefect command) =>
        command is { Layer: not null } and ({ ExecutionIds: null or [] } or { UpstreamIds: null or [] })
            ? Refusal.Invalid(
                "defect.unattributed", "With a layer, name at least one outcome or commitment it shows in, and one belief, interpretation or decision it is traced to.")
            : null;
}
