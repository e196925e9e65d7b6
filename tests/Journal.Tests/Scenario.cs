using Journal.Recording;

namespace Journal.Tests;

/// <summary>Given a history, when a command is decided, then these events or this refusal.</summary>
internal static class Scenario
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    public static readonly DateTimeOffset Now = Monday.AddDays(2);
    public static readonly Guid Id = new("0198a000-0000-7000-8000-000000000001");
    public static readonly Guid Other = new("0198a000-0000-7000-8000-000000000002");
    public static readonly Guid Third = new("0198a000-0000-7000-8000-000000000003");

    public static History<TState> Given<TState>(params IJournalEvent[] history)
        where TState : class, IState<TState> => new(history);

    internal sealed class History<TState>(IReadOnlyList<IJournalEvent> events)
        where TState : class, IState<TState>
    {
        public Decided When<TCommand>(Func<TCommand, TState?, DateTimeOffset, Verdict> decide, TCommand command)
            where TCommand : Command =>
            new(decide(command.Id == default ? (TCommand)((Command)command with { Id = Id }) : command, events.Aggregate((TState?)null, TState.Fold), Now));
    }

    internal sealed class Decided(Verdict verdict)
    {
        public void Then(params IJournalEvent[] expected)
        {
            Assert.Null(verdict.Refusal);
            Assert.Equal(expected, verdict.Events);
        }

        public void ThenNothing() => Then();

        public void ThenRefused(string code, RefusalKind kind = RefusalKind.Invalid)
        {
            Assert.Equal((kind, code), (verdict.Refusal?.Kind, verdict.Refusal?.Code));
            Assert.Empty(verdict.Events);
        }
    }
}
