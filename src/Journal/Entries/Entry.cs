using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Entries;

/// <summary>A person writes something down.</summary>
/// <param name="Layer">What it is about; null when it is not sorted into a layer.</param>
/// <param name="Tags">Words it is sorted by; null for none.</param>
public sealed record JournalEntryWritten(
    Guid EntryId,
    [property: Personal] string Text,
    Layer? Layer,
    Guid? AimId,
    DateTimeOffset OccurredAt,
    [property: Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags = null) : IServesAim
{
    Guid IJournalEvent.SubjectId => EntryId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Text(Text) ?? Check.Known(Layer, "layer") ?? Check.Titles(Tags, "tags") ?? Check.When(OccurredAt, now);
}

/// <summary>The entry now reads differently; the text it had stays in the history.</summary>
/// <param name="Tags">The words it is sorted by from here on; null where they stay.</param>
public sealed record EntryAmended(
    Guid EntryId,
    [property: Personal] string Text,
    [property: Personal] string? Reason,
    DateTimeOffset OccurredAt,
    [property: Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags = null) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => EntryId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Text(Text) ?? Check.OptionalText(Reason, "reason") ?? Check.Titles(Tags, "tags") ?? Check.When(OccurredAt, now);
}

/// <summary>The person takes the entry back; it stays in the history and leaves every figure.</summary>
public sealed record EntryRetracted(Guid EntryId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => EntryId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

public sealed record Entry(Guid Id, bool Retracted) : IState<Entry>
{
    private static Entry From(JournalEntryWritten e) => new(e.EntryId, Retracted: false);

    private static Entry On(EntryRetracted e, Entry entry) => entry with { Retracted = true };

    public static Entry? Fold(Entry? state, IJournalEvent e) => (state, e) switch
    {
        (null, JournalEntryWritten written) => From(written),
        ({ } entry, EntryRetracted retracted) => On(retracted, entry),
        _ => state,
    };
}
