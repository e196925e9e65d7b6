using Journal.EventStore;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>Finds what a request with a key was answered when it came before. The events themselves are the memory: there is no table of keys.</summary>
internal static class FirstAnswer
{
    private static readonly Refusal Mismatch =
        Refusal.Invalid("idempotency.mismatch", "This Idempotency-Key was used for another request.");

    /// <returns>The first answer; a refusal when the key was used for something else; null when the request is new.</returns>
    public static async Task<Recording?> FindAsync(
        PostgresEventStore store, RecordingContext context, Guid subject, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        if (context.Identity is not { } identity || Of(identity, subject, events) is not [var first, ..] own)
            return null;
        if (first.Headers.Text(RecordingContext.FingerprintHeader) != identity.Fingerprint)
            return Mismatch;

        var all = own.ToList();
        foreach (var other in Others(first))
            all.AddRange(Of(identity, other, await store.ReadStreamAsync(context.Author.Tenant, other, ct)));
        return new Recorded(subject, own[^1].Version, [.. all.OrderBy(e => e.Position)], Replayed: true);
    }

    // The events of one request follow each other in a stream.
    private static List<RecordedEvent> Of(RequestIdentity identity, Guid subject, IReadOnlyList<RecordedEvent> events)
    {
        var id = identity.EventId(subject, 0);
        var own = events.SkipWhile(e => e.Id != id);
        return [.. own.TakeWhile((e, ordinal) => ordinal == 0 || e.Id == identity.EventId(subject, ordinal))];
    }

    private static IEnumerable<Guid> Others(RecordedEvent first) =>
        first.Headers.Text(RecordingContext.OthersHeader)?.Split(',').Select(Guid.Parse) ?? [];
}
