using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>A process that runs <c>journal serve</c> on a home of its own.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process process;

    private ServedProcess(Process process, JsonElement said) => (this.process, Said) = (process, said);

    /// <summary>What it printed when it was up.</summary>
    public JsonElement Said { get; }

    public Uri Address => new(Said.GetProperty("address").GetString()!);

    public int Id => process.Id;

    public static Task<ServedProcess> StartAsync(string home, params IEnumerable<(string Name, string Value)> environment) => StartInAsync(Environment.CurrentDirectory, home, environment);

    public static async Task<ServedProcess> StartInAsync(string folder, string home, params IEnumerable<(string Name, string Value)> environment)
    {
        var call = JournalProcess.Call([("JOURNAL_HOME", home), .. environment], "serve", "--url", "http://127.0.0.1:0", "--json");
        call.WorkingDirectory = folder;
        var process = Process.Start(call)!;
        // Read to its end: a server whose messages nobody takes stands still when the pipe is full.
        var messages = new StringBuilder();
        process.ErrorDataReceived += (_, said) => messages.AppendLine(said.Data);
        process.BeginErrorReadLine();
        var text = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            text.AppendLine(line);
            if (line == "}")
            {
                return new(process, JsonDocument.Parse(text.ToString()).RootElement);
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        throw new InvalidOperationException($"It ended: {messages}");
    }

    /// <summary>kill -9, of the server and of its PostgreSQL.</summary>
    public void KillWithDatabase(TestHome home)
    {
        process.Kill();
        process.WaitForExit();
        var pid = int.Parse(File.ReadLines(home.PidFile).First(), null);
        using var postmaster = Process.GetProcessById(pid);
        postmaster.Kill(entireProcessTree: true);
        postmaster.WaitForExit();
    }

    /// <summary>As Ctrl-C or a service manager would: it ends by itself, and its PostgreSQL with it.</summary>
    public async Task StopAsync()
    {
        using var term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
