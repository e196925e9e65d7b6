namespace Journal.Recording;

/// <summary>Who records something, by whose clock, and through what.</summary>
/// <param name="Person">The person whose journal it is.</param>
/// <param name="Zone">The zone they live in.</param>
/// <param name="Source">How it reaches the journal: <c>api</c>, <c>web</c>, <c>cli</c> or <c>import</c>.</param>
/// <param name="CorrelationId">The request or run that it belongs to, if there is one.</param>
public sealed record Author(Guid Person, TimeZoneInfo Zone, string Source, string? CorrelationId = null)
{
    /// <summary>The person's tenant in the event store.</summary>
    public string Tenant => TenantOf(Person);

    /// <summary>The tenant of a person: their id in lower case.</summary>
    public static string TenantOf(Guid person) => person.ToString("D");
}
