using Journal.Recording;

namespace Journal.Facts;

/// <summary>The one fold behind every figure: which fact an event touches, and what it is after it.</summary>
internal static class FactFold
{
    /// <summary>Which fact an event speaks of; null for what is no event of the journal.</summary>
    public static FactPlace? Place(object e) => e switch
    {
        IPartOf part => new(part.SubjectId, part.PartId),
        IJournalEvent whole => new(whole.SubjectId, null),
        _ => null,
    };

    /// <summary>The fact after an event; null when there is none (any more).</summary>
    /// <param name="fact">The fact before it.</param>
    /// <param name="e">The event's body.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="source">Reads where the event was imported from; asked only when the fact keeps it.</param>
    public static Fact? Apply(Fact? fact, object e, Guid id, Func<string?> source) =>
        e is SubjectRetracted ? null
        : e is SubjectMoved moved ? fact?.Moved(moved.OccurredAt, id)
        : FactKinds.Folding(e.GetType()) is { } kind ? Dated(fact, kind.Fold(fact, e, id, source), e, id)
        : fact;

    /// <summary>The fact after a recorded event; null when there is none (any more).</summary>
    public static Fact? Fold(Fact? current, RecordedEvent e) => Apply(current, e.Data, e.Id, () => ImportHeader.Of(e.Headers)?.Key);

    private static Fact? Dated(Fact? before, Fact? after, object e, Guid id) =>
        after is not null && !ReferenceEquals(before, after) && after.Events is [.., var last] && last == id && e is IJournalEvent { OccurredAt: var at } && DateOnly.FromDateTime(at.DateTime) is var day && day > after.LastDay
            ? after with { LaterDay = day } : after;
}
