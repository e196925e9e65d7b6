using Journal.Facts;
using Marten;
using Wolverine;

namespace Journal.Commands;

/// <summary>Wolverine's handler of everything that is recorded.</summary>
public static class RecordHandler
{
    /// <summary>Records a command, or says why not. Nothing is stored when it is refused.</summary>
    public static async Task<CommandResult> Handle(
        RecordCommand message, Envelope envelope, IDocumentSession session, PersonEvents events, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(envelope);
        var writer = new SubjectWriter(session, events, clock);
        var decided = await message.Kind.DecideAsync(writer, message, again: envelope.Attempts > 1, ct);
        if (decided.HasEvents)
            await writer.StoreAsync(ct);
        return decided.Result;
    }

    /// <summary>Records commands all or not at all.</summary>
    public static async Task<TogetherResult> Handle(
        RecordTogether message, Envelope envelope, IDocumentSession session, PersonEvents events, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(envelope);
        var writer = new SubjectWriter(session, events, clock);
        var decided = new List<Decided>(message.Commands.Count);
        foreach (var command in message.Commands)
        {
            var one = await command.Kind.DecideAsync(writer, command, again: envelope.Attempts > 1, ct);
            if (one.Refusal is not null)
            {
                session.EjectAllPendingChanges();
                return new([one.Result], RefusedAt: decided.Count);
            }

            decided.Add(one);
        }

        if (decided.Exists(one => one.HasEvents))
            await writer.StoreAsync(ct);
        return new([.. decided.Select(one => one.Result)]);
    }
}
