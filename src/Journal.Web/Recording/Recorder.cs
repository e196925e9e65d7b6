using System.Text.Json.Serialization.Metadata;
using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>
/// The way of every command into the journal: load the subject, decide, append at the version that was seen. Who loses a race decides again from what is there now.
/// </summary>
public sealed class Recorder
{
    private const int Attempts = 3;
    private readonly PostgresEventStore store;
    private readonly TimeProvider clock;
    private readonly ProjectionDaemon daemon;
    private readonly ReferenceCheck references;
    private readonly Appending appending;

    /// <summary>A recorder on a store.</summary>
    /// <param name="store">Where the events go.</param>
    /// <param name="clock">What time it is when a command does not say.</param>
    /// <param name="daemon">Told of what was appended.</param>
    public Recorder(PostgresEventStore store, TimeProvider clock, ProjectionDaemon daemon)
    {
        (this.store, this.clock, this.daemon) = (store, clock, daemon);
        (references, appending) = (new(store), new(store));
    }

    /// <summary>Records a command, or says why not. Nothing is stored when it is refused.</summary>
    /// <param name="author">Who records it; an instant in the command is moved to their zone.</param>
    /// <param name="command">What to record.</param>
    /// <param name="decide">The decider of the command; called again when a race is lost.</param>
    /// <param name="conditions">Terms; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AppendInDoubtException">The database went away during the append: sending the same command with the same key again is safe.</exception>
    public async Task<Recording> RecordAsync<TCommand, TState>(
        Author author, TCommand command, Func<TCommand, TState?, DateTimeOffset, Verdict> decide, Conditions? conditions, CancellationToken ct)
        where TCommand : Command
        where TState : class, IState<TState>
    {
        conditions ??= Conditions.None;
        var placed = InZone(command, author.Zone);
        var identity = RequestIdentity.Of(author.Person, conditions.Key, placed, (JsonTypeInfo<TCommand>)CommandJson.Options.GetTypeInfo(typeof(TCommand)));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(new(author, identity, conditions), placed, decide, ct);
            }
            catch (EventStoreException lost) when (attempt < Attempts && lost is StaleVersionException or EventConflictException)
            {
                // Somebody else was first; if it was this very request, the next look finds its answer.
            }
            catch (StaleVersionException taken) when (taken.Stream != command.Id)
            {
                return Taken;
            }
            catch (EventStoreException lost) when (lost is StaleVersionException or EventConflictException)
            {
                return Stale;
            }
            catch (StreamArchivedException archived)
            {
                return Refusal.Conflict(archived.Code, "This subject is archived.");
            }
        }
    }

    private static Refusal Stale { get; } = Refusal.Conflict("version.stale", "The subject has changed meanwhile; read it again.");

    private static Refusal Taken { get; } = Refusal.Conflict("id.taken", "This id already stands for something else.");

    private async Task<Recording> TryAsync<TCommand, TState>(
        RecordingContext context, TCommand command, Func<TCommand, TState?, DateTimeOffset, Verdict> decide, CancellationToken ct)
        where TCommand : Command
        where TState : class, IState<TState>
    {
        var subject = await Subject<TState>.LoadAsync(store, context.Author.Tenant, command.Id, ct);
        var before = await FirstAnswer.FindAsync(store, context, command.Id, subject.Events, ct);
        if (before is not null && (before.Recorded is not null || !context.Conditions.IsKeyImplied))
            return before;

        var verdict = decide(command, subject.State, LocalTime.Local(clock.GetUtcNow(), context.Author.Zone));
        if (context.Conditions.Versions is { } seen && !seen.Contains(subject.Version) && verdict.Refusal is not { Kind: RefusalKind.Unknown })
            return Stale;
        if (verdict.Refusal is { } refusal)
            return refusal;
        if (before?.Refusal is not null || (subject.State is null && subject.Version > 0))
            return Taken;
        if (await references.FindMissingAsync(context.Author.Tenant, command, ct) is { } missing)
            return missing;
        if (verdict.Events.Count == 0)
            return new Recorded(command.Id, subject.Version, []);
        var recorded = await appending.AppendAsync<TState>(context, command.Id, subject.Version, verdict.Events, ct);
        daemon.Wake();
        return recorded;
    }

    // `with` on the base makes a copy of the command's own type.
    private static TCommand InZone<TCommand>(TCommand command, TimeZoneInfo zone)
        where TCommand : Command =>
        command.OccurredAt is { } at ? (TCommand)((Command)command with { OccurredAt = LocalTime.Local(at, zone) }) : command;
}
