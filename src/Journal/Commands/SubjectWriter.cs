using JasperFx.Events;
using Journal.Facts;
using Journal.Recording;
using Marten;

namespace Journal.Commands;

/// <summary>Decides commands on their subjects, one after another, and stores what they decide in one transaction.</summary>
/// <remarks>A subject is held from the moment it is read, so that whoever writes to it at the same time waits instead of losing; two who begin the same one decide again.</remarks>
internal sealed class SubjectWriter(IDocumentSession session, PersonEvents events, TimeProvider clock)
{
    private static readonly Refusal Stale = Refusal.Conflict("version.stale", "The subject has changed meanwhile; read it again.");
    private static readonly Refusal Taken = Refusal.Conflict("id.taken", "This id already stands for something else.");

    private readonly Dictionary<Guid, Held> held = [];

    /// <summary>Decides a command on its subject as it stands, what the commands before decided included.</summary>
    public async Task<Decided> DecideAsync<TCommand, TState>(
        RecordCommand message, TCommand command, Func<TCommand, TState?, DateTimeOffset, Verdict> decide, bool again, CancellationToken ct)
        where TCommand : Command
        where TState : class, IState<TState>
    {
        var identity = RequestIdentity.Of(message, command);
        var subject = message.On.IsIdMadeUp && !again ? Begin<TState>(command.Id) : await HoldAsync<TState>(command.Id, ct);
        // Looked for while the subject is held: who sent the same request a moment before has committed it by now.
        var before = again || message.On.Key is not null ? await FirstAnswer.FindAsync(events, identity, message.Author.Tenant, command.Id, ct) : null;
        if (before is not null && (before.Recorded is not null || !message.On.IsKeyImplied))
            return new(before);

        var now = Now();
        var verdict = decide(command, subject.State, LocalTime.Local(now, message.Author.Zone));
        if (message.On.Versions is { } seen && !seen.Contains(subject.Version) && verdict.Refusal is not { Kind: RefusalKind.Unknown })
            return new(Stale);
        if (verdict.Refusal is { } refusal)
            return new(refusal);
        if (before?.Refusal is not null || (subject.State is null && subject.Version > 0))
            return new(Taken);
        if (await ReferenceCheck.FindMissingAsync(events, message.Author.Tenant, command, held.GetValueOrDefault, ct) is { } missing)
            return new(missing);
        if (verdict.Events.Count == 0)
            return new(new Recorded(command.Id, subject.Version, []));
        Guid[] others = [.. verdict.Events.Select(e => e.SubjectId).Distinct().Where(id => id != command.Id)];
        if (others.Any(id => held.GetValueOrDefault(id) is { Version: > 0 })
            || (others.Length > 0 && (await events.BeginningsAsync(message.Author.Tenant, others, ct)).Count > 0))
            return new(Taken);
        return new(command.Id, Append(message, identity, subject, command.Id, verdict.Events, now));
    }

    /// <summary>Stores everything that was decided, or nothing.</summary>
    public Task StoreAsync(CancellationToken ct) => session.SaveChangesAsync(ct);

    private async Task<Held<TState>> HoldAsync<TState>(Guid id, CancellationToken ct)
        where TState : class, IState<TState>
    {
        if (held.TryGetValue(id, out var known))
            return known as Held<TState> ?? new(null, known.Version, _ => throw new InvalidOperationException("This subject is another one."));
        var stream = await session.Events.FetchForExclusiveWriting<TState>(id, ct);
        var version = stream.CurrentVersion ?? 0;
        var subject = new Held<TState>(await WholeAsync(id, stream.Aggregate, version, ct), version, stream.AppendMany);
        held.Add(id, subject);
        return subject;
    }

    // Marten reads the state that is kept and the events since by two statements, and its daemon may store a newer state between them: then the events are those after the newer one.
    private async Task<TState?> WholeAsync<TState>(Guid id, TState? read, long version, CancellationToken ct)
        where TState : class, IState<TState>
    {
        if (!typeof(TState).IsAssignableTo(typeof(ILongHistory)) || version == ((read as ILongHistory)?.Known ?? 0))
            return read;
        return (await events.SubjectAsync(session.TenantId, id, 1, ct)).Select(e => e.Data).OfType<IJournalEvent>().Aggregate((TState?)null, TState.Fold);
    }

    private List<IEvent> Append<TState>(
        RecordCommand message, RequestIdentity identity, Held<TState> subject, Guid own, IReadOnlyList<IJournalEvent> decided, DateTimeOffset now)
        where TState : class, IState<TState>
    {
        var bySubject = decided.GroupBy(e => e.SubjectId).ToList();
        var others = string.Join(',', bySubject.Select(one => one.Key).Where(id => id != own));
        var appended = new List<IEvent>(decided.Count);
        foreach (var one in bySubject)
        {
            IEvent[] wrapped = [.. one.Select((e, ordinal) => Wrap(e, identity.EventId(one.Key, ordinal), now, message, identity))];
            appended.AddRange(wrapped);
            if (one.Key != own)
                Begin<TState>(one.Key).Append(wrapped);
            else if (others.Length > 0)
                wrapped[0].SetHeader(StoredHeaders.Others, others);
        }

        subject.Append([.. appended.Where(e => ((IJournalEvent)e.Data).SubjectId == own)]);
        return appended;
    }

    // Nothing is looked at: where something stands under the id after all, the database refuses a second beginning, and it is decided again.
    private Held<TState> Begin<TState>(Guid id)
        where TState : class, IState<TState>
    {
        Held<TState> begun = null!;
        begun = new(null, 0, events => _ = begun.Version == 0 ? session.Events.StartStream<TState>(id, [.. events]) : session.Events.Append(id, [.. events]));
        held.Add(id, begun);
        return begun;
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
