namespace Journal.EventStore;

/// <summary>Which events to read; the default is all that are not archived.</summary>
public sealed record EventFilter
{
    /// <summary>Stored names; null for every type.</summary>
    public IReadOnlyCollection<string>? Types { get; init; }

    /// <summary>One tenant's events; null for everybody's.</summary>
    public string? Tenant { get; init; }

    /// <summary>One stream's events, of the tenant named; null for every stream.</summary>
    public Guid? Stream { get; init; }

    /// <summary>Only what was appended up to this moment.</summary>
    public DateTimeOffset? RecordedUntil { get; init; }

    /// <summary>Events up to and with this position.</summary>
    public long Through { get; init; } = long.MaxValue;

    /// <summary>True to read archived events too.</summary>
    public bool IncludeArchived { get; init; }

    internal static EventFilter None { get; } = new();
}
