using Journal.EventStore;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>A subject as its stream has it.</summary>
/// <param name="State">What its deciders remember; null when the stream does not begin as this kind of subject.</param>
/// <param name="Version">The number of its events.</param>
/// <param name="Events">Its events, oldest first.</param>
internal sealed record Subject<TState>(TState? State, long Version, IReadOnlyList<RecordedEvent> Events)
    where TState : class, IState<TState>
{
    public static async Task<Subject<TState>> LoadAsync(PostgresEventStore store, string tenant, Guid id, CancellationToken ct)
    {
        var events = await store.ReadStreamAsync(tenant, id, ct);
        var state = events.Select(e => e.Data).OfType<IJournalEvent>().Aggregate((TState?)null, TState.Fold);
        return new(state, events.Count == 0 ? 0 : events[^1].Version, events);
    }
}
