using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Journal.Web.Tests.EventStore;

/// <summary>Another process at work on a store, until it is done or killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process) => this.process = process;

    /// <summary>Starts a worker and waits until it has begun.</summary>
    public static async Task<WorkerProcess> StartAsync(string job, string connectionString, string argument = "")
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Journal.StoreWorker.dll");
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var worker = new WorkerProcess(Process.Start(new ProcessStartInfo(dotnet, [program, job, connectionString, argument]) { RedirectStandardOutput = true })!);
        Assert.Equal("ready", await worker.process.StandardOutput.ReadLineAsync());
        return worker;
    }

    public Task<string?> NextWordsAsync() => process.StandardOutput.ReadLineAsync();

    /// <summary>kill -9, and everything it had said by then.</summary>
    public async Task<string[]> KillAsync()
    {
        process.Kill();
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // A line cut off by the kill was not said.
        return words.LastIndexOf('\n') is >= 0 and var end ? words[..end].Split('\n') : [];
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
