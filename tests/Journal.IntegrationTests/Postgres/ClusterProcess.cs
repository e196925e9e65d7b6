using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Journal.IntegrationTests.Postgres;

/// <summary>Another process that uses the cluster of a home, until told to leave or killed.</summary>
internal sealed class ClusterProcess : IDisposable
{
    private readonly Process _process;

    private ClusterProcess(Process process) => _process = process;

    public static ClusterProcess Start(string home, params (string Name, string Value)[] environment)
    {
        var user = Path.Combine(AppContext.BaseDirectory, "Journal.ClusterUser.dll");
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var call = new ProcessStartInfo(dotnet, [user, home]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            call.Environment[name] = value;
        return new(Process.Start(call)!);
    }

    /// <summary>The connection string once it has joined, or the code and message of its failure.</summary>
    public async Task<string> AnswerAsync() => await _process.StandardOutput.ReadLineAsync() ?? "";

    /// <summary>Everything it says until it ends by itself.</summary>
    public Task<string> LastWordsAsync() => _process.StandardOutput.ReadToEndAsync();

    public async Task LeaveAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        Assert.Equal(0, _process.ExitCode);
    }

    /// <summary>kill -9, of this process and of those it started and still has.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
