namespace Journal.Recording;

/// <summary>What stands beside an event, by name.</summary>
public static class StoredHeaders
{
    /// <summary>Through what it came: api, web, cli or import.</summary>
    public const string Source = "source";

    /// <summary>The zone that its person lived in.</summary>
    public const string Zone = "zone";
}
