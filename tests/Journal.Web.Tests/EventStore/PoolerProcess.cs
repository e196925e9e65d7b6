using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Journal.Web.Tests.EventStore;

/// <summary>A PgBouncer in transaction mode before one database.</summary>
internal sealed class PoolerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private PoolerProcess(Process process, DirectoryInfo folder, string connectionString) => (this.process, this.folder, ConnectionString) = (process, folder, connectionString);

    public string ConnectionString { get; }

    public static bool IsInstalled => File.Exists(Program);

    private static string Program => "/usr/sbin/pgbouncer";

    public static async Task<PoolerProcess> StartAsync(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("journal-pooler-");
        var settings = Path.Combine(folder.FullName, "pgbouncer.ini");
        await File.WriteAllTextAsync(settings, $"""
            [databases]
            * = host=127.0.0.1 port={to.Port} dbname={to.Database} user={to.Username} password={to.Password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            ignore_startup_parameters = extra_float_digits,options
            """);
        // It refuses root, as PostgreSQL does.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        string[] words = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", Program, "-q", settings] : [Program, "-q", settings];
        var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, WorkingDirectory = folder.FullName })!;
        var pooler = new PoolerProcess(process, folder, new NpgsqlConnectionStringBuilder(connectionString) { Port = port }.ConnectionString);
        await Eventually.IsAsync(() => !process.HasExited && IsOpen(port));
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsOpen(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
