using JasperFx;
using JasperFx.Events;
using Journal.Recording;
using Marten.Exceptions;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;

namespace Journal.Commands;

/// <summary>The one way into the journal: every command goes over the bus to the journal of its author.</summary>
/// <param name="wolverine">What carries it.</param>
public sealed class Recorder(IWolverineRuntime wolverine)
{
    /// <summary>The SQLSTATE by which the database refuses a history of somebody who is not there.</summary>
    public const string NoSuchPerson = "JP404";

    private const int Retries = 3;
    private static readonly Refusal Gone = Refusal.Unknown("person.unknown", "There is no such person.");
    private static readonly Refusal Stale = Refusal.Conflict("version.stale", "The subject has changed meanwhile; read it again.");
    private static readonly Refusal Archived = Refusal.Conflict("stream.archived", "This subject is archived.");

    /// <summary>Records a command, or says why not. Nothing is stored when it is refused.</summary>
    /// <param name="author">Who records it; an instant in the command is moved to their zone.</param>
    /// <param name="kind">What is said of what.</param>
    /// <param name="command">What to record.</param>
    /// <param name="on">Terms; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CommandResult> RecordAsync(Author author, CommandKind kind, Command command, Conditions? on, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        var (result, refusal) = await SendAsync<CommandResult>(author, new RecordCommand(kind, command, author, on ?? Conditions.None), ct);
        return result ?? refusal!;
    }

    /// <summary>Records commands all or not at all, in their order; a later one sees what the earlier ones said.</summary>
    /// <param name="author">Who records them.</param>
    /// <param name="commands">At least one, all by that author.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TogetherResult> RecordTogetherAsync(Author author, IReadOnlyList<RecordCommand> commands, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        var (result, refusal) = await SendAsync<TogetherResult>(author, new RecordTogether(commands), ct);
        return result ?? new([refusal!], RefusedAt: 0);
    }

    private async Task<(T? Result, Refusal? Refusal)> SendAsync<T>(Author author, object message, CancellationToken ct)
        where T : class
    {
        try
        {
            return (await new MessageBus(wolverine).InvokeForTenantAsync<T>(author.Tenant, message, ct), null);
        }
        catch (Exception lost) when (IsLostRace(lost))
        {
            return (null, Stale);
        }
        catch (Exception erased) when (IsOfNobody(erased))
        {
            return (null, Gone);
        }
        catch (InvalidStreamOperationException)
        {
            return (null, Archived);
        }
    }

    /// <summary>Who loses a race decides again, from what is there then.</summary>
    public static void RetryLostRaces(WolverineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.OnException(IsLostRace, "somebody else was first").RetryTimes(Retries);
    }

    /// <summary>Whether it failed because its person is not there any more.</summary>
    internal static bool IsOfNobody(Exception? e) => e is PostgresException { SqlState: NoSuchPerson } || (e?.InnerException is { } inner && IsOfNobody(inner));

    /// <summary>Whether two began the same subject, or sent the same request, at the same time, so that one of them found the other's events in its way.</summary>
    internal static bool IsLostRace(Exception e) => e switch
    {
        ConcurrencyException or EventStreamUnexpectedMaxEventIdException or Marten.Exceptions.ExistingStreamIdCollisionException => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => e.InnerException is { } inner && IsLostRace(inner),
    };
}
