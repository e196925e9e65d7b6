using JasperFx.Events;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>What was decided of a command, before it is stored.</summary>
internal sealed class Decided
{
    private readonly CommandResult? known;
    private readonly Guid subject;
    private readonly List<IEvent> appended = [];

    /// <summary>Nothing is to be stored: it is refused, changes nothing, or was stored before.</summary>
    public Decided(CommandResult known) => this.known = known;

    /// <summary>Events are to be stored.</summary>
    public Decided(Guid subject, List<IEvent> appended) => (this.subject, this.appended) = (subject, appended);

    /// <summary>Whether events wait to be stored.</summary>
    public bool HasEvents => known is null;

    /// <summary>Why it is refused; null when it is not.</summary>
    public Refusal? Refusal => known?.Refusal;

    /// <summary>What became of it, once everything decided is stored: only then the events have their places.</summary>
    public CommandResult Result => known ?? new Recorded(
        subject, appended.Last(e => ((IJournalEvent)e.Data).SubjectId == subject).Version, [.. appended.OrderBy(e => e.Sequence).Select(RecordedEvent.Of)]);
}
