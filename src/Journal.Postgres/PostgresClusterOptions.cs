namespace Journal.Postgres;

/// <summary>How to run a private cluster. The defaults suit a laptop.</summary>
public sealed class PostgresClusterOptions
{
    /// <summary>Holds the cluster in its folder <c>postgres</c>. Default: <see cref="JournalHome.Resolve"/>.</summary>
    public string Home { get; init; } = JournalHome.Resolve();

    /// <summary>
    /// Default true. False turns off fsync and full page writes: fast, and the data is lost with the machine or the process. For tests only.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Connections the server takes. Default 100: a server's pool and a few command lines. Each costs about 2 MB when used.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>
    /// Megabytes that the server keeps pages of tables in; it writes four times as much of its log before it checkpoints. Default 64: a person's journal is small,
    /// and the rest of the memory stays with the laptop.
    /// </summary>
    public int SharedBuffers { get; init; } = 64;

    /// <summary>
    /// How long to wait for the server to answer, or for another process to start or stop it. Default 10 minutes: recovery after a crash of the
    /// machine reads the log since the last checkpoint, on a disk and processors that others may be using; whoever waits can end it.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);
}
