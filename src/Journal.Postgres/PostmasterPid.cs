using System.Diagnostics;

namespace Journal.Postgres;

/// <summary>What the server's own postmaster.pid says. A kill -9 leaves the file behind.</summary>
internal sealed record PostmasterPid(int Id, int Port, string Status, string Identity)
{
    // Process, data folder, time of the start and port tell one server from any other; the lines below come and go as it runs.
    private const int PortLine = 3, StatusLine = 7, IdentityLines = 4;

    public bool IsReady => Status == "ready";

    /// <summary>
    /// False when the process is gone or is not this server: after a restart of the machine the number may be anybody's, and in a container
    /// without an init process a dead server stays as a zombie, which PostgreSQL itself takes for alive.
    /// </summary>
    public bool IsAlive => OperatingSystem.IsLinux() ? WorksHere() : HasItsName();

    public static string PathIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <returns>Null when there is no such file, when the server has only begun to write it, and when it holds something else.</returns>
    public static PostmasterPid? Read(string data)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(data));
            return lines.Length > PortLine && int.TryParse(lines[0], out var id) && int.TryParse(lines[PortLine], out var port)
                ? new(id, port, lines.Length > StatusLine ? lines[StatusLine].Trim() : "starting", string.Join('\n', lines.Take(IdentityLines)))
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether some server works in the data folder, whatever its file says. Elsewhere than on Linux nobody can tell, and PostgreSQL itself has to: it guards the folder by shared memory too.</summary>
    public static bool IsWorkedIn(string data) => OperatingSystem.IsLinux() && Directory.EnumerateDirectories("/proc").Any(process => WorksIn(process, data));

    private static bool WorksIn(string process, string data)
    {
        try
        {
            return int.TryParse(Path.GetFileName(process), out _) && new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget == data;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile, or somebody else's.
            return false;
        }
    }

    /// <summary>The server works in its data folder, and so the file seen from the process is this one.</summary>
    private bool WorksHere()
    {
        try
        {
            return Read($"/proc/{Id}/cwd")?.Identity == Identity;
        }
        catch (UnauthorizedAccessException)
        {
            // Root of a container may not look into the processes of other accounts; what all may see has to do.
            return IsListedAsServer();
        }
    }

    private bool IsListedAsServer()
    {
        try
        {
            // "4711 (postgres) S ...": the name, then the state, which is Z for a zombie.
            var stat = File.ReadAllText($"/proc/{Id}/stat");
            return stat.Contains("(postgres) ", StringComparison.Ordinal) && !stat.Contains("(postgres) Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private bool HasItsName()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
