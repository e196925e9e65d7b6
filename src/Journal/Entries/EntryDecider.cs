using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Entries;

[Route("entries", "Writes something down.", Verb = "write",
    Example = """{"text":"Did not write: the text felt unfinished.","layer":"execution","occurredAt":"2026-01-05T21:30"}""")]
public sealed record WriteEntry(string Text, Layer? Layer = null, Guid? AimId = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("entries/{id}/amend", "Lets it read differently; the text it had stays in the history.",
    Example = """{"text":"Wrote after all, twenty minutes."}""")]
public sealed record AmendEntry(string Text, string? Reason = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags = null) : Command;

[Route("entries/{id}/retract", "Takes it out of every figure; it stays in the history.",
    TakesBack = [typeof(JournalEntryWritten)], Example = """{"reason":"logged twice"}""")]
public sealed record RetractEntry(string? Reason = null) : Command;

public static class EntryDecider
{
    private static readonly Refusal Missing = Refusal.Unknown("entry.unknown", "There is no such entry.");

    public static Verdict Decide(WriteEntry command, Entry? entry, DateTimeOffset now) => Verdict.Unless(
        entry is not null ? Refusal.Conflict("entry.exists", "This entry is already written.") : null,
        new JournalEntryWritten(command.Id, command.Text, command.Layer, command.AimId, command.OccurredAt ?? now, command.Tags is { Count: > 0 } tags ? tags : null),
        now);

    public static Verdict Decide(AmendEntry command, Entry? entry, DateTimeOffset now) => entry switch
    {
        null => Missing,
        { Retracted: true } => Refusal.Conflict("entry.retracted", "This entry was retracted."),
        _ => Verdict.Accept(now, new EntryAmended(command.Id, command.Text, command.Reason, command.OccurredAt ?? now, command.Tags)),
    };

    public static Verdict Decide(RetractEntry command, Entry? entry, DateTimeOffset now) => entry switch
    {
        null => Missing,
        { Retracted: true } => Verdict.Nothing,
        _ => Verdict.Accept(now, new EntryRetracted(command.Id, command.Reason, command.OccurredAt ?? now)),
    };
}
