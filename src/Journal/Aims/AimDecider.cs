using Journal.Recording;

namespace Journal.Aims;

[Route("aims", "Names something to sustain.", Verb = "set")]
public sealed record SetAim(string Title, string? Why = null) : Command;

[Route("PATCH aims/{id}", "Words it anew; what is left out stays, and null empties why.", Verb = "revise")]
public sealed record ReviseAim(string? Title = null, [property: Clearable] string? Why = null) : Revision;

[Route("aims/{id}/close", "No longer pursues it.")]
public sealed record CloseAim(AimEnding Ending, string? Reason = null) : Command;

public static class AimDecider
{
    private static readonly Refusal Missing = Refusal.Unknown("aim.unknown", "There is no such aim.");

    public static Verdict Decide(SetAim command, Aim? aim, DateTimeOffset now) => Verdict.Unless(
        aim is not null ? Refusal.Conflict("aim.exists", "This aim is already set.") : null,
        new AimSet(command.Id, command.Title, command.Why, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(ReviseAim command, Aim? aim, DateTimeOffset now) => aim switch
    {
        null => Missing,
        { Closed: true } => Refusal.Conflict("aim.closed", "This aim is closed."),
        _ => Verdict.Accept(now, new AimRevised(command.Id, command.Title, command.Why, command.OccurredAt ?? now, command.ClearedParts<AimPart>())),
    };

    public static Verdict Decide(CloseAim command, Aim? aim, DateTimeOffset now) => aim switch
    {
        null => Missing,
        { Closed: true } => Verdict.Nothing,
        _ => Verdict.Accept(now, new AimClosed(command.Id, command.Ending, command.Reason, command.OccurredAt ?? now)),
    };
}
