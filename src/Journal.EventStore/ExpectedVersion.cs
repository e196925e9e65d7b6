using System.Globalization;

namespace Journal.EventStore;

/// <summary>What the writer knows about the stream. The default value is <see cref="Any"/>.</summary>
public readonly record struct ExpectedVersion
{
    private readonly long? version;

    private ExpectedVersion(long version) => this.version = version;

    /// <summary>No expectation: append after whatever is there, creating the stream if need be.</summary>
    public static ExpectedVersion Any => default;

    /// <summary>The stream has no events yet.</summary>
    public static ExpectedVersion None => new(0);

    /// <summary>The stream has exactly this many events.</summary>
    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return new(version);
    }

    /// <summary>The number of events expected; null for <see cref="Any"/>.</summary>
    public long? Version => version;

    /// <summary>The version as text, or "any".</summary>
    public override string ToString() => version?.ToString(CultureInfo.InvariantCulture) ?? "any";
}
