using Journal.Beliefs;
using Journal.Entries;
using Journal.Practices;
using Journal.Recording;
using Journal.States;

namespace Journal.Benchmarks.TimeTravel;

/// <summary>Ten years of one person: five practices, a belief with evidence, entries and states, all the same every time.</summary>
internal static class LongHistory
{
    private const int Practices = 5;
    private const int Days = 3650;
    private static readonly DateTimeOffset Start = new(2016, 1, 4, 7, 0, 0, TimeSpan.Zero);

    public static Guid Person { get; } = new("0198a000-0000-7000-8000-00000000000b");

    public static string Tenant => Author.TenantOf(Person);

    public static DateOnly LastDay => DateOnly.FromDateTime(Start.DateTime).AddDays(Days);

    public static IEnumerable<IJournalEvent> Events(int events) => Enumerable.Range(0, events).Select(n => Event(n, events));

    private static IJournalEvent Event(int n, int events)
    {
        var at = Start.AddDays((double)n * Days / events);
        return n switch
        {
            < Practices => new PracticeAdopted(Id(1, n), $"Practice {n}", 5, 7, null, null, TargetBound.AtLeast, Silence.Unknown, null, at),
            Practices => new BeliefStated(Id(2, 0), "Visibility is scrutiny", BeliefScope.Safe, 0.8, BeliefStance.Limits, BeliefOrigin.Explicit, null, null, at),
            _ => (n % 20) switch
            {
                0 => new JournalEntryWritten(Id(3, n), "Held the line through the afternoon, two interruptions, one of them my own.", Layer.Execution, null, at),
                1 => new StateSampled(Id(4, n), (n % 7) + 1, 4, 5, 3, 2, 0, at),
                2 => new EvidenceLinked(Id(2, 0), Id(5, n), (EvidenceDirection)(n % 2), null, "Nobody minded.", at),
                3 => new ExecutionSkipped(Id(1, n % Practices), Id(6, n), "Ill", at),
                _ when n / 400 % 3 == 2 => new ExecutionMissed(Id(1, n % Practices), Id(6, n), at.AddHours(-2), null, "Meetings", at),
                _ => new ExecutionFinished(Id(1, n % Practices), Id(6, n), 1, null, at.AddHours(-2), at.AddHours(-1), (n % 7) + 1, 45, false, null, at),
            },
        };
    }

    private static Guid Id(short kind, int n) => new(n + 1, kind, 7, [8, 0, 0, 0, 0, 0, 0, 1]);
}
