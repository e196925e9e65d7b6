using System.Diagnostics;

namespace Journal.Web.Tests.Postgres;

/// <summary>The server process of a home, as its postmaster.pid names it.</summary>
internal sealed record ServerProcess(int Id)
{
    public static ServerProcess? Of(TestHome home) =>
        File.Exists(home.PidFile) ? new(int.Parse(File.ReadLines(home.PidFile).First(), System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>The first of the processes that work in a server's data folder: the server, or what a killed one has left behind. Linux only; elsewhere there is none.</summary>
    public static Process? FirstIn(string data) => OperatingSystem.IsLinux() ? Process.GetProcesses().Where(process => WorksIn(process.Id, data)).MinBy(process => process.Id) : null;

    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(Id);
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>The session that the terminal's signals go by; Linux only.</summary>
    public int Session()
    {
        var afterName = File.ReadAllText($"/proc/{Id}/stat").Split(") ")[1].Split(' ');
        return int.Parse(afterName[3], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool WorksIn(int id, string data)
    {
        try
        {
            return new DirectoryInfo($"/proc/{id}/cwd").LinkTarget == data;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile, or somebody else's.
            return false;
        }
    }
}
