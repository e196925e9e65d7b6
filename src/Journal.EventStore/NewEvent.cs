namespace Journal.EventStore;

/// <summary>An event to append.</summary>
/// <param name="Data">The body, of a type in the catalog.</param>
public sealed record NewEvent(object Data)
{
    /// <summary>
    /// The event's id, a Guid v7 unless the writer sets one. An id that was set makes a retry harmless: the store looks for it in the stream
    /// and gives the first answer again. That look costs one pass over the stream's keys.
    /// </summary>
    public Guid Id
    {
        get;
        init
        {
            if (value == Guid.Empty)
                throw new ArgumentException("An event id is not empty.", nameof(value));
            field = value;
            IsIdSent = true;
        }
    } = Guid.CreateVersion7();

    /// <summary>Ties together what belongs to one piece of work.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What caused this event: a command's or another event's id.</summary>
    public string? CausationId { get; init; }

    /// <summary>Whatever else goes along. No order is kept, and PostgreSQL writes numbers its own way; text that must stay as it is goes in as a string.</summary>
    public EventHeaders Headers { get; init; } = EventHeaders.Empty;

    internal bool IsIdSent { get; private init; }
}
