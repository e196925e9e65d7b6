namespace Journal.Recording;

/// <summary>One fact of a person's journal. Every event is a flat record whose stored name is its snake_case type name.</summary>
public interface IJournalEvent
{
    /// <summary>The subject the fact is about; also the id of the stream it is appended to.</summary>
    Guid SubjectId { get; }

    /// <summary>Valid time: when it was true, with the person's own offset from UTC then, so that its date is the date they lived.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>What speaks against its values, the first thing first; null when they may be recorded. What its subject's history allows is its decider's to say.</summary>
    /// <param name="now">What lies in the future lies after this.</param>
    Refusal? Check(DateTimeOffset now);
}
