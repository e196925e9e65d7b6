using Journal.Facts;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>Finds what a request was answered when it came before. The events themselves are the memory: there is no table of keys.</summary>
internal static class FirstAnswer
{
    private static readonly Refusal Mismatch = Refusal.Invalid("idempotency.mismatch", "This Idempotency-Key was used for another request.");

    /// <returns>The first answer; a refusal when the key was used for something else; null when the request is new.</returns>
    public static async Task<CommandResult?> FindAsync(PersonEvents events, RequestIdentity identity, string tenant, Guid subject, CancellationToken ct)
    {
        if (await events.FindAsync(tenant, identity.EventId(subject, 0), ct) is not { } first || first.Stream != subject)
            return null;
        if (first.Headers.Text(StoredHeaders.Fingerprint) != identity.Fingerprint)
            return Mismatch;

        var own = await FollowAsync(first);
        var all = own.ToList();
        foreach (var other in first.Headers.Text(StoredHeaders.Others)?.Split(',').Select(Guid.Parse) ?? [])
        {
            if (await events.FindAsync(tenant, identity.EventId(other, 0), ct) is { } begun)
                all.AddRange(await FollowAsync(begun));
        }

        return new Recorded(subject, own[^1].Version, [.. all.OrderBy(e => e.Position)], Replayed: true);

        // The events of one request follow each other in a stream.
        async Task<List<RecordedEvent>> FollowAsync(RecordedEvent begun) =>
            [.. (await events.SubjectAsync(tenant, begun.Stream, begun.Version, ct)).TakeWhile((e, ordinal) => e.Id == identity.EventId(begun.Stream, ordinal))];
    }
}
