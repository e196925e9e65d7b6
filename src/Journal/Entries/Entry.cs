using Journal.Recording;

namespace Journal.Entries;

/// <summary>A person writes something down.</summary>
/// <param name="Layer">What it is about; null when it is not sorted into a layer.</param>
public sealed record JournalEntryWritten(Guid EntryId, [property: Personal] string Text, Layer? Layer, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => EntryId;
}

/// <summary>The entry now reads differently; the text it had stays in the history.</summary>
public sealed record EntryAmended(Guid EntryId, [property: Personal] string Text, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => EntryId;
}

/// <summary>The person takes the entry back; it stays in the history and leaves every figure.</summary>
public sealed record EntryRetracted(Guid EntryId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => EntryId;
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
