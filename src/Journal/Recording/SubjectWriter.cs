using JasperFx.Events;
using Journal.Facts;
using Marten;

namespace Journal.Recording;

/// <summary>Decides a command on its subject and appends what it decides, in one transaction.</summary>
/// <remarks>The subject is held from the moment it is read, so that whoever writes to it at the same time waits instead of losing; two who begin the same one decide again.</remarks>
internal sealed class SubjectWriter(IDocumentSession session, PersonEvents events, TimeProvider clock)
{
    private static readonly Refusal Stale = Refusal.Conflict("version.stale", "The subject has changed meanwhile; read it again.");
    private static readonly Refusal Taken = Refusal.Conflict("id.taken", "This id already stands for something else.");

    public async Task<CommandResult> RecordAsync<TCommand, TState>(
        RecordCommand message, TCommand command, Func<TCommand, TState?, DateTimeOffset, Verdict> decide, bool again, CancellationToken ct)
        where TCommand : Command
        where TState : class, IState<TState>
    {
        var identity = RequestIdentity.Of(message, command);
        var stream = await session.Events.FetchForExclusiveWriting<TState>(command.Id, ct);
        // Looked for while the subject is held: who sent the same request a moment before has committed it by now.
        var before = again || message.On.Key is not null ? await FirstAnswer.FindAsync(events, identity, message.Author.Tenant, command.Id, ct) : null;
        if (before is not null && (before.Recorded is not null || !message.On.IsKeyImplied))
            return before;

        var (state, version) = (stream.Aggregate, stream.CurrentVersion ?? 0);
        var now = Now();
        var verdict = decide(command, state, LocalTime.Local(now, message.Author.Zone));
        if (message.On.Versions is { } seen && !seen.Contains(version) && verdict.Refusal is not { Kind: RefusalKind.Unknown })
            return Stale;
        if (verdict.Refusal is { } refusal)
            return refusal;
        if (before?.Refusal is not null || (state is null && version > 0))
            return Taken;
        if (await ReferenceCheck.FindMissingAsync(events, message.Author.Tenant, command, ct) is { } missing)
            return missing;
        if (verdict.Events.Count == 0)
            return new Recorded(command.Id, version, []);
        Guid[] others = [.. verdict.Events.Select(e => e.SubjectId).Distinct().Where(id => id != command.Id)];
        if (others.Length > 0 && (await events.BeginningsAsync(message.Author.Tenant, others, ct)).Count > 0)
            return Taken;
        return await AppendAsync(message, identity, stream, verdict.Events, now, ct);
    }

    private async Task<CommandResult> AppendAsync<TState>(
        RecordCommand message, RequestIdentity identity, IEventStream<TState> stream, IReadOnlyList<IJournalEvent> decided, DateTimeOffset now, CancellationToken ct)
        where TState : class, IState<TState>
    {
        var bySubject = decided.GroupBy(e => e.SubjectId).ToList();
        var others = string.Join(',', bySubject.Select(subject => subject.Key).Where(id => id != stream.Id));
        var appended = new List<IEvent>(decided.Count);
        foreach (var subject in bySubject)
        {
            IEvent[] wrapped = [.. subject.Select((e, ordinal) => Wrap(e, identity.EventId(subject.Key, ordinal), now, message, identity))];
            appended.AddRange(wrapped);
            if (subject.Key != stream.Id)
                session.Events.StartStream<TState>(subject.Key, [.. wrapped]);
            else if (others.Length > 0)
                wrapped[0].SetHeader(StoredHeaders.Others, others);
        }

        stream.AppendMany([.. appended.Where(e => ((IJournalEvent)e.Data).SubjectId == stream.Id)]);
        await session.SaveChangesAsync(ct);
        return new Recorded(stream.Id, appended.Last(e => ((IJournalEvent)e.Data).SubjectId == stream.Id).Version, [.. appended.OrderBy(e => e.Sequence).Select(RecordedEvent.Of)]);
    }

    private IEvent Wrap(IJournalEvent e, Guid id, DateTimeOffset now, RecordCommand message, RequestIdentity identity)
    {
        var wrapped = session.Events.BuildEvent(e);
        (wrapped.Id, wrapped.Timestamp, wrapped.CorrelationId) = (id, now, message.Author.CorrelationId);
        wrapped.SetHeader(StoredHeaders.Source, message.Author.Source);
        wrapped.SetHeader(StoredHeaders.Zone, message.Author.Zone.Id);
        if (identity.Fingerprint is { } fingerprint)
            wrapped.SetHeader(StoredHeaders.Fingerprint, fingerprint);
        return wrapped;
    }

    // As exact as the database keeps it, so that the first answer and every later one are the same.
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
