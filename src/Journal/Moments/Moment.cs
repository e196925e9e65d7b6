using Journal.Recording;

namespace Journal.Moments;

/// <summary>A person gave a moment a name, to ask about it later.</summary>
/// <param name="OccurredAt">The moment itself.</param>
public sealed record MomentLabelled(Guid MomentId, [property: Personal] string Title, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => MomentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Title(Title) ?? Check.When(OccurredAt, now);
}
