namespace Journal.Postgres;

/// <summary>Settings of the private server, given on its command line, where they go before every file.</summary>
internal static class ServerSettings
{
    public static string[] For(PostgresClusterOptions options, int port) => [.. Settings(options, port).SelectMany(setting => (string[])["-c", setting])];

    private static IEnumerable<string> Settings(PostgresClusterOptions options, int port) =>
    [
        $"port={port}",
        $"max_connections={options.MaxConnections}",
        // Loopback only, and no socket file: its path may not be longer than about 100 characters, and a home folder's may.
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "cluster_name=journal",
        $"shared_buffers={options.SharedBuffers}MB",
        $"max_wal_size={4 * options.SharedBuffers}MB",
        // A segment that is used again keeps what it held until it is written over: what was erased goes with it instead.
        "wal_recycle=off",
        // Compiling a statement takes longer than running it here.
        "jit=off",
        // A person's words are in statements and in the details of errors: neither reaches the log. Errors go to the client alone.
        "log_min_messages=log",
        "log_min_error_statement=panic",
        "log_error_verbosity=terse",
        "log_statement=none",
        "log_min_duration_statement=-1",
        "log_checkpoints=off",
        "timezone=UTC",
        "log_timezone=UTC",
        .. options.Durable ? [] : Fleeting,
    ];

    private static readonly string[] Fleeting = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
}
