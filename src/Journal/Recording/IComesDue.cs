namespace Journal.Recording;

/// <summary>An event that says when something is to be looked at.</summary>
public interface IComesDue : IJournalEvent
{
    /// <summary>What comes due: its subject, or a part of it.</summary>
    Guid DueId { get; }

    /// <summary>When; null where it says nothing of that.</summary>
    DateTimeOffset? Due { get; }
}
