namespace Journal.Recording;

/// <summary>What stands beside an event, by name. The names are stored for ever.</summary>
public static class StoredHeaders
{
    /// <summary>Through what it came: api, web, cli or import.</summary>
    public const string Source = "source";

    /// <summary>The zone that its person lived in.</summary>
    public const string Zone = "zone";

    /// <summary>On the events of a request with a key.</summary>
    internal const string Fingerprint = "fingerprint";

    /// <summary>On the first event of a request that wrote to other subjects as well: their ids.</summary>
    internal const string Others = "others";
}
