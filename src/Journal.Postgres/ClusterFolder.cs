namespace Journal.Postgres;

/// <summary>Where a cluster keeps its files, below the journal's home.</summary>
internal sealed record ClusterFolder(string Home)
{
    /// <exception cref="PostgresClusterException"><c>home.name</c>: a line break or a NUL in the path, by which PostgreSQL's own files separate their parts.</exception>
    public static ClusterFolder In(string home) => home.IndexOfAny(['\n', '\r', '\0']) < 0
        ? new(Path.GetFullPath(home))
        : throw new PostgresClusterException("home.name", "The path of the journal's home holds a line break, which PostgreSQL cannot work with. Set JOURNAL_HOME to another folder.");

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
    /// <exception cref="PostgresClusterException"><c>home.damaged</c>: the file that tells holds no number.</exception>
    public int? DataVersion =>
        !File.Exists(VersionFile) ? null
        : int.TryParse(File.ReadAllText(VersionFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
        : throw new PostgresClusterException("home.damaged", $"{VersionFile} does not say which PostgreSQL made the data beside it. Put the folder {Root} back from a backup.");

    private string VersionFile => Path.Combine(Data, "PG_VERSION");
}
