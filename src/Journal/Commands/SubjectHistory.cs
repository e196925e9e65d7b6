using Journal.Recording;

namespace Journal.Commands;

/// <summary>What deciders remember of a subject, by a type that is known at run time only.</summary>
public abstract class SubjectHistory
{
    /// <summary>Of a subject that is remembered by a type of state and has no events yet.</summary>
    public static SubjectHistory Of(Type state) => (SubjectHistory)Activator.CreateInstance(typeof(SubjectHistory<>).MakeGenericType(state))!;

    /// <summary>Whether it can be retracted as a whole.</summary>
    public abstract bool IsRetractable { get; }

    /// <summary>What an event speaks of within the subject that is not there, as a refusal; null when all is.</summary>
    public abstract Refusal? Missing(IJournalEvent e);

    /// <summary>Takes in its next event.</summary>
    public abstract void Take(IJournalEvent e);
}

internal sealed class SubjectHistory<TState> : SubjectHistory
    where TState : class, IState<TState>
{
    private TState? state;

    public override bool IsRetractable => typeof(TState).IsAssignableTo(typeof(IRetractable));

    public override Refusal? Missing(IJournalEvent e) => state is null ? null : TState.Missing(state, e);

    public override void Take(IJournalEvent e) => state = TState.Fold(state, e);
}
