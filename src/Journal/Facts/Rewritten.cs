namespace Journal.Facts;

/// <summary>That words were erased from a person's events, so that whoever keeps what was read of them reads it again: one a person, another mark each time.</summary>
/// <param name="Id">There is one.</param>
/// <param name="Mark">Drawn by lot; far from any number of events.</param>
public sealed record Rewritten(string Id, long Mark)
{
    private const string Only = "words";
    private const int Far = 32;

    /// <summary>A new one.</summary>
    public static Rewritten Now() => new(Only, Random.Shared.NextInt64(1, 1L << 30) << Far);
}
