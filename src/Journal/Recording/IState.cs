namespace Journal.Recording;

/// <summary>What the deciders of one subject need to remember of its stream.</summary>
public interface IState<TSelf>
    where TSelf : class, IState<TSelf>
{
    Guid Id { get; }

    /// <summary>Folds one event into the state; an event of another subject leaves it as it is. Pure.</summary>
    static abstract TSelf? Fold(TSelf? state, IJournalEvent e);

    /// <summary>What an event speaks of within the subject that is not there, as a refusal; null when all is.</summary>
    static virtual Refusal? Missing(TSelf state, IJournalEvent e) => null;
}
