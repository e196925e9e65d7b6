namespace Journal.Recording;

/// <summary>An event that speaks of a part of its subject which is a fact of its own: an outcome of a practice, evidence for a belief, a run of a process.</summary>
public interface IPartOf : IJournalEvent
{
    /// <summary>The part, named within its subject: a sender may choose the same id in two of them.</summary>
    Guid PartId { get; }
}
