using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Journal.Web.Tests.Cli;

namespace Journal.Web.Tests.Crashes;

/// <summary>A process that serves the journal of a given database, and may be killed and started anew.</summary>
internal sealed class Node(string database, params string[] more) : IDisposable
{
    private Process? process;

    /// <summary>Where it listens; another address after every start.</summary>
    public Uri? Address { get; private set; }

    public async Task StartAsync()
    {
        process?.Dispose();
        process = Process.Start(JournalProcess.Call([("JOURNAL_DATABASE", database)], ["serve", "--url", "http://127.0.0.1:0", "--no-samples", "--json", .. more]))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            text.AppendLine(line);
            if (line == "}")
            {
                Address = new(JsonDocument.Parse(text.ToString()).RootElement.GetProperty("address").GetString()!);
                return;
            }
        }

        throw new InvalidOperationException($"A node ended while it started, with exit code {process.ExitCode}.");
    }

    /// <summary>kill -9</summary>
    public async Task KillAsync()
    {
        Address = null;
        process!.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.Dispose();
        process = null;
    }
}
