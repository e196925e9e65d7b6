using Journal.Recording;
using Journal.States;

namespace Journal.Benchmarks.Reports;

/// <summary>A person's years as events, the same for the same seed: practices kept day by day, and all that goes on around them.</summary>
internal sealed class SeededLife(int seed, DateOnly last)
{
    private const int DaysOfTwentyThousand = 3652;
    private static readonly TimeSpan Offset = TimeSpan.FromHours(1);
    private readonly Random random = new(seed);
    private readonly List<IJournalEvent> events = [];

    /// <summary>So many events, by valid time, over days in proportion: 20,000 are ten years.</summary>
    public IReadOnlyList<IJournalEvent> Of(int count)
    {
        var days = count * DaysOfTwentyThousand / 20_000;
        var first = last.AddDays(1 - days);
        IReadOnlyList<Guid> aims = [Id(), Id(), Id()];
        var (thinking, work) = (new SeededThinking(this, aims), new SeededWork(this, aims));
        thinking.Begin(first);
        work.Begin(first);
        var practices = new SeededPractices(this, aims, first);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            practices.Live(day);
            thinking.Live(day);
            work.Live(day);
        }

        return Filled(count, first, days);
    }

    public Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    public bool Chance(double share) => random.NextDouble() < share;

    public int Between(int least, int most) => random.Next(least, most + 1);

    public double Share() => Math.Round(random.NextDouble(), 2);

    public T OneOf<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    public T OneOf<T>()
        where T : struct, Enum => OneOf(Enum.GetValues<T>());

    public static DateTimeOffset At(DateOnly day, double hour) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).AddHours(hour);

    public void Add(IJournalEvent e)
    {
        // What would come after the last day has not happened yet.
        if (DateOnly.FromDateTime(e.OccurredAt.DateTime) <= last)
            events.Add(e);
    }

    // Samples of state fill up what is missing, evenly.
    private IReadOnlyList<IJournalEvent> Filled(int count, DateOnly first, int days)
    {
        var missing = count - events.Count;
        for (var i = 0; i < missing; i++)
        {
            var day = first.AddDays((int)((long)i * days / missing));
            Add(new StateSampled(Id(), Between(1, 7), Between(1, 7), Between(1, 7), Between(1, 7), Between(1, 7), Between(-3, 3), At(day, 12 + (i % 7))));
        }

        return [.. events.OrderBy(e => e.OccurredAt).Take(count)];
    }
}
