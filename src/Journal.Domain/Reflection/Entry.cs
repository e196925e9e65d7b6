namespace Journal.Domain.Reflection;

public sealed record Entry(Guid Id, bool Retracted) : IState<Entry>
{
    public static Entry Create(JournalEntryWritten e) => new(e.EntryId, Retracted: false);

    public static Entry Apply(EntryRetracted e, Entry entry) => entry with { Retracted = true };

    public static Entry? Fold(Entry? state, IJournalEvent e) => (state, e) switch
    {
        (null, JournalEntryWritten written) => Create(written),
        ({ } entry, EntryRetracted retracted) => Apply(retracted, entry),
        _ => state,
    };
}
