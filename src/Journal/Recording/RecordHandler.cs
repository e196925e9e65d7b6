using Journal.Facts;
using Marten;
using Wolverine;

namespace Journal.Recording;

/// <summary>Wolverine's handler of <see cref="RecordCommand"/>.</summary>
public static class RecordHandler
{
    /// <summary>Records a command, or says why not. Nothing is stored when it is refused.</summary>
    public static Task<CommandResult> Handle(
        RecordCommand message, Envelope envelope, IDocumentSession session, PersonEvents events, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(envelope);
        return message.Kind.RecordAsync(new(session, events, clock), message, again: envelope.Attempts > 1, ct);
    }
}
