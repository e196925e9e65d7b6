using System.Reflection;
using Journal.Recording;

namespace Journal.Web.Recording;

/// <summary>Records a command whose type is known at run time only.</summary>
public static class KindRecording
{
    private static readonly MethodInfo Typed = typeof(KindRecording).GetMethod(nameof(RecordTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Records a command, or says why not. Nothing is stored when it is refused.</summary>
    /// <param name="recorder">The way into the journal.</param>
    /// <param name="author">Who records it.</param>
    /// <param name="kind">What is said of what.</param>
    /// <param name="command">What to record.</param>
    /// <param name="on">Terms; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Recording> RecordAsync(this Recorder recorder, Author author, CommandKind kind, Command command, Conditions? on, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return (Task<Recording>)Typed.MakeGenericMethod(kind.Command, kind.State).Invoke(null, [recorder, author, kind, command, on, ct])!;
    }

    private static Task<Recording> RecordTypedAsync<TCommand, TState>(
        Recorder recorder, Author author, CommandKind<TCommand, TState> kind, TCommand command, Conditions? on, CancellationToken ct)
        where TCommand : Command
        where TState : class, IState<TState> => recorder.RecordAsync(author, command, kind.Decide, on, ct);
}
