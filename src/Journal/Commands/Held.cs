using JasperFx.Events;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>A subject that a transaction holds, with what it has decided so far.</summary>
internal abstract class Held(long version)
{
    /// <summary>The number of its events, those that wait to be stored included.</summary>
    public long Version { get; protected set; } = version;

    /// <summary>The type of the event that began it in this transaction; null when it was there before, or is not there yet.</summary>
    public Type? Beginning { get; protected set; }
}

/// <summary>A subject of a known sort.</summary>
/// <param name="state">What its deciders remember of it.</param>
/// <param name="version">The number of its events.</param>
/// <param name="append">Adds events to what waits to be stored.</param>
internal sealed class Held<TState>(TState? state, long version, Action<IEnumerable<IEvent>> append) : Held(version)
    where TState : class, IState<TState>
{
    /// <summary>What its deciders remember of it; null when it is not there.</summary>
    public TState? State { get; private set; } = state;

    /// <summary>Appends events and remembers them.</summary>
    public void Append(IReadOnlyList<IEvent> decided)
    {
        append(decided);
        if (Version == 0)
            Beginning = decided[0].Data.GetType();
        State = decided.Select(e => (IJournalEvent)e.Data).Aggregate(State, TState.Fold);
        Version += decided.Count;
    }
}
