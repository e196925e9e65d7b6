using JasperFx.Events;
using Journal.Recording;
using Marten.Events.Aggregation;

namespace Journal.Facts;

/// <summary>Lets Marten fold a subject's stream into what its deciders remember, by the one fold that the deciders are tested with.</summary>
/// <remarks>
/// Not by Create and Apply on the state: Marten would make a state of any stream that holds one of its later events, so that a retracted signal read as a decision
/// would be a retracted decision instead of none.
/// </remarks>
public sealed class SubjectState<TState> : SingleStreamProjection<TState, Guid>
    where TState : class, IState<TState>
{
    /// <inheritdoc/>
    public override TState? Evolve(TState? snapshot, Guid id, IEvent e) => e.Data is IJournalEvent known ? TState.Fold(snapshot, known) : snapshot;
}
