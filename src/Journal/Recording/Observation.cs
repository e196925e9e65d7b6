namespace Journal.Recording;

/// <summary>A subject of which everything is said in one event.</summary>
/// <typeparam name="TEvent">That event.</typeparam>
public sealed record Observation<TEvent>(Guid Id, bool Retracted) : IState<Observation<TEvent>>, IRetractable
    where TEvent : class, IJournalEvent
{
    static Observation<TEvent>? IState<Observation<TEvent>>.Fold(Observation<TEvent>? state, IJournalEvent e) => (state, e) switch
    {
        (null, TEvent) => new(e.SubjectId, Retracted: false),
        ({ } observation, SubjectRetracted) => observation with { Retracted = true },
        _ => state,
    };
}
