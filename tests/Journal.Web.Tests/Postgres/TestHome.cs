using System.Diagnostics;
using System.Text;
using Journal.Postgres;

namespace Journal.Web.Tests.Postgres;

/// <summary>A journal's home in the temporary folder, as <c>mktemp -d</c> makes it: its owner's alone. Disposed, it is deleted.</summary>
internal sealed class TestHome : IDisposable
{
    private const string Prefix = "journal-test-";
    private static readonly Lazy<Task> Swept = new(SweepAsync);

    public string Path { get; } = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;

    public string Data => System.IO.Path.Combine(Path, "postgres", "data");

    public string PidFile => System.IO.Path.Combine(Data, "postmaster.pid");

    public string Port => System.IO.Path.Combine(Path, "postgres", "port");

    public string Log => System.IO.Path.Combine(Path, "postgres", "log", "server.log");

    private string Socket => System.IO.Path.Combine(Path, "terminal", "line");

    public static async Task<TestHome> MakeAsync()
    {
        await Swept.Value;
        var home = new TestHome();
        await (await PostgresCluster.StartAsync(new() { Home = home.Path, Durable = false }, CancellationToken.None)).DisposeAsync();
        return home;
    }

    /// <summary>Copies this home, where nothing runs, owners and modes included. Windows gets nothing: its tests make each cluster anew.</summary>
    public async Task CopyToAsync(TestHome other)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var copy = Process.Start("cp", ["-a", Path + "/.", other.Path]);
        await copy.WaitForExitAsync();
        Assert.Equal(0, copy.ExitCode);
        // Copies that run side by side would contend for the port that they all remember.
        File.Delete(other.Port);
    }

    /// <summary>The files in which a text stands.</summary>
    public IReadOnlyList<string> FilesWith(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(file => file != Socket && File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0)];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // What earlier test runs left because they were killed. A server in it is ended and never started: a test may have left it a state in which it cannot be.
    private static async Task SweepAsync()
    {
        foreach (var left in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*").Where(IsAbandoned))
        {
            var data = System.IO.Path.Combine(left, "postgres", "data");
            while (ServerProcess.FirstIn(data) is { } server)
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
            Directory.Delete(left, recursive: true);
        }
    }

    private static bool IsAbandoned(string folder)
    {
        var owner = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
        return int.TryParse(owner, out var id) && !Array.Exists(Process.GetProcesses(), process => process.Id == id);
    }
}
