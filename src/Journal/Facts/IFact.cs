namespace Journal.Facts;

/// <summary>How a fact is folded from its events.</summary>
public interface IFact<TSelf>
    where TSelf : Fact, IFact<TSelf>
{
    /// <summary>The fact after an event; null when there is none (any more). An event of something else leaves it as it is. Pure.</summary>
    /// <param name="fact">The fact before it.</param>
    /// <param name="e">The event's body.</param>
    /// <param name="id">The event's id.</param>
    static abstract TSelf? Fold(TSelf? fact, object e, Guid id);

    /// <summary>The same of a fact that keeps where it was imported from.</summary>
    /// <param name="fact">The fact before it.</param>
    /// <param name="e">The event's body.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="source">Reads where the event was imported from.</param>
    static virtual TSelf? Fold(TSelf? fact, object e, Guid id, Func<string?> source) => TSelf.Fold(fact, e, id);
}
