using Journal.EventStore.Projections;

namespace Journal.EventStore.Rebuilding;

/// <summary>Events that projections could not take during this rebuild.</summary>
internal sealed class SkippedEvents
{
    private readonly Dictionary<(string Name, long Position), PoisonEventException> found = [];
    private readonly HashSet<long> unreadable = [];

    public IReadOnlyCollection<PoisonEventException> Found => found.Values;

    /// <summary>Positions that cannot be read at all, whatever the projection.</summary>
    public IReadOnlySet<long> Unreadable => unreadable;

    /// <returns>False when it was known, and so cannot be what went wrong now.</returns>
    public bool Add(PoisonEventException poison)
    {
        if (poison.InnerException is UnreadableEventException or UnknownEventException)
            unreadable.Add(poison.Position);
        return found.TryAdd((poison.Name, poison.Position), poison);
    }

    public bool Has(IProjection projection, long position) => found.ContainsKey((ProgressRow.NameOf(projection), position));

    public bool Any(IProjection projection) => found.Keys.Any(key => key.Name == ProgressRow.NameOf(projection));
}
