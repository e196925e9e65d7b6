namespace Journal.Postgres;

/// <summary>Where a cluster keeps its files, below the journal's home.</summary>
internal sealed record ClusterFolder(string Home)
{
    public string Root { get; } = Path.Combine(Home, "postgres");

    public string Data => Path.Combine(Root, "data");

    public string Logs => Path.Combine(Root, "log");

    public string Log => Path.Combine(Logs, "server.log");

    public string Password => Path.Combine(Root, "password");

    public string Port => Path.Combine(Root, "port");

    /// <summary>Held exclusively while somebody starts or stops the server.</summary>
    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Held shared by every process that uses the server.</summary>
    public string UseLock => Path.Combine(Root, "use.lock");

    /// <summary>The PostgreSQL major version that made the data, or null when there is no data yet.</summary>
    public int? DataVersion =>
        File.Exists(Path.Combine(Data, "PG_VERSION")) ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture) : null;
}
