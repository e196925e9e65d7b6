namespace Journal.Recording;

/// <summary>"As true on": a day the person lived, to its end, or an instant.</summary>
public readonly record struct ValidTime
{
    private ValidTime(DateOnly day, DateTimeOffset? instant) => (Day, Instant) = (day, instant);

    /// <summary>The day, in the person's own time.</summary>
    public DateOnly Day { get; }

    /// <summary>The instant, where it is finer than a day.</summary>
    public DateTimeOffset? Instant { get; }

    public static ValidTime EndOf(DateOnly day) => new(day, null);

    public static ValidTime At(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.DateTime), instant);

    public bool Includes(DateTimeOffset occurredAt) =>
        Instant is { } instant ? occurredAt <= instant : DateOnly.FromDateTime(occurredAt.DateTime) <= Day;

    /// <summary>RFC 3339, a date or a time with its offset.</summary>
    public override string ToString() => Instant?.ToString("O") ?? Day.ToString("O");
}
