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

    public static Task<ServedProcess> StartInAsync(string folder, string home, params IEnumerable<(string Name, string Value)> environment) => StartAsync(folder, home, takesMessages: true, environment);

    /// <summary>One whose messages nobody takes, so that the pipe they go into is full before long.</summary>
    public static Task<ServedProcess> StartUnheardAsync(string home, params IEnumerable<(string Name, string Value)> environment) => StartAsync(Environment.CurrentDirectory, home, takesMessages: false, environment);

    private static async Task<ServedProcess> StartAsync(string folder, string home, bool takesMessages, IEnumerable<(string Name, string Value)> environment)
    {
        var call = JournalProcess.Call([("JOURNAL_HOME", home), .. environment], "serve", "--url", "http://127.0.0.1:0", "--json");
        call.WorkingDirectory = folder;
        var process = Process.Start(call)!;
        var messages = new StringBuilder();
        process.ErrorDataReceived += (_, said) => messages.AppendLine(said.Data);
        if (takesMessages)
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

    /// <summary>From now on somebody takes its messages.</summary>
    public void TakeMessages() => process.BeginErrorReadLine();

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
