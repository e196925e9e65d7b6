using Journal.EventStore;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>Appends the events of one verdict: the subject's own at the version that was seen, those of other subjects as new streams, all or nothing.</summary>
internal sealed class Appending(PostgresEventStore store)
{
    public async Task<Recorded> AppendAsync<TState>(
        RecordingContext context, Guid subject, long version, IReadOnlyList<IJournalEvent> events, CancellationToken ct)
    {
        var bySubject = events.GroupBy(e => e.SubjectId).ToDictionary(group => group.Key, group => group.ToList());
        var others = bySubject.Keys.Where(id => id != subject).ToList();
        var appends = bySubject.Select(stream => new StreamAppend(
            context.Author.Tenant,
            stream.Key,
            ExpectedVersion.Exactly(stream.Key == subject ? version : 0),
            [.. stream.Value.Select((e, ordinal) => context.Wrap(e, ordinal, stream.Key == subject && ordinal == 0 ? List(others) : null))],
            StoredName.Of(typeof(TState)))).ToList();
        var results = await store.AppendAsync(appends, ct);
        var recorded = await ReadBackAsync(results, bySubject, ct);
        var own = results.Single(result => result.Stream == subject);
        return new Recorded(subject, own.Version, recorded, Replayed: own.Repeated);
    }

    // As they stand in the log, so that the first answer and every later one are the same.
    private async Task<IReadOnlyList<RecordedEvent>> ReadBackAsync(
        IReadOnlyList<AppendResult> results, Dictionary<Guid, List<IJournalEvent>> bySubject, CancellationToken ct)
    {
        var recorded = new List<RecordedEvent>();
        foreach (var result in results)
        {
            var range = new StreamRange(result.Version - bySubject[result.Stream].Count + 1, result.Version);
            recorded.AddRange(await store.ReadStreamAsync(result.Tenant, result.Stream, range, ct));
        }

        return [.. recorded.OrderBy(e => e.Position)];
    }

    private static string? List(List<Guid> others) => others.Count == 0 ? null : string.Join(',', others);
}
