using Journal.Recording;

namespace Journal.Aims;

[Route("aims", "Names something to sustain.", Verb = "set")]
public sealed record SetAim(string Title, string? Why = null) : Command;

[Route("PATCH aims/{id}", "Words it anew; what is left out stays.", Verb = "revise")]
public sealed record ReviseAim(string? Title = null, string? Why = null) : Command;

[Route("aims/{id}/close", "No longer pursues it.")]
public sealed record CloseAim(AimEnding Ending, string? Reason = null) : Command;

public static class AimDecider
{
    private static readonly Refusal Missing = Refusal.Unknown("aim.unknown", "There is no such aim.");

    public static Verdict Decide(SetAim command, Aim? aim, DateTimeOffset now) =>
        (Check.Title(command.Title) ?? Check.OptionalText(command.Why, "why") ?? Check.When(command.OccurredAt, now)) is { } refusal ? refusal
        : aim is not null ? Refusal.Conflict("aim.exists", "This aim is already set.")
        : Verdict.Accept(new AimSet(command.Id, command.Title, command.Why, command.OccurredAt ?? now));

    public static Verdict Decide(ReviseAim command, Aim? aim, DateTimeOffset now) => aim switch
    {
        null => Missing,
        { Closed: true } => Refusal.Conflict("aim.closed", "This aim is closed."),
        _ when (Check.OptionalTitle(command.Title) ?? Check.OptionalText(command.Why, "why") ?? Check.When(command.OccurredAt, now)) is { } refusal => refusal,
        _ when command is { Title: null, Why: null } => Refusal.Invalid("aim.unchanged", "Give a new title, a new why, or both."),
        _ => Verdict.Accept(new AimRevised(command.Id, command.Title, command.Why, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(CloseAim command, Aim? aim, DateTimeOffset now) => aim switch
    {
        null => Missing,
        { Closed: true } => Verdict.Nothing,
        _ when (Check.Known<AimEnding>(command.Ending, "ending") ?? Check.OptionalText(command.Reason, "reason") ?? Check.When(command.OccurredAt, now)) is { } refusal => refusal,
        _ => Verdict.Accept(new AimClosed(command.Id, command.Ending, command.Reason, command.OccurredAt ?? now)),
    };
}
