using Journal.Facts;

namespace Journal.Entries;

[Subject("entry", "entries", "Something written down.", typeof(JournalEntryWritten), typeof(EntryAmended), typeof(EntryRetracted), Daily = true)]
public sealed record EntryFact : Fact, IFact<EntryFact>
{
    [Personal]
    public required string Text { get; init; }

    /// <summary>The text as first written; null while it was never amended.</summary>
    [Personal]
    public string? Original { get; init; }

    public Layer? Layer { get; init; }

    public Guid? AimId { get; init; }

    /// <summary>Words it is sorted by; null for none.</summary>
    [Personal]
    public IReadOnlyList<string>? Tags { get; init; }

    public override string? Heading => Text;

    public static EntryFact? Fold(EntryFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, JournalEntryWritten written) => new()
        {
            Id = written.EntryId,
            OccurredAt = written.OccurredAt,
            Events = [id],
            Text = written.Text,
            Layer = written.Layer,
            AimId = written.AimId,
            Tags = written.Tags,
        },
        ({ } entry, EntryAmended amended) => entry with
        {
            Text = amended.Text,
            Original = entry.Original ?? entry.Text,
            Tags = amended.Tags is { } tags ? tags.Count > 0 ? tags : null : entry.Tags,
            Events = [.. entry.Events, id],
        },
        (_, EntryRetracted) => null,
        _ => fact,
    };
}
