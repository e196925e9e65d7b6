using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Journal.Web.Tests.Postgres;

/// <summary>Another process that uses the cluster of a home, until told to leave or killed.</summary>
internal sealed class ClusterProcess : IDisposable
{
    private readonly Process _process;

    private ClusterProcess(Process process) => _process = process;

    private static string Dotnet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private static string User => Path.Combine(AppContext.BaseDirectory, "Journal.ClusterUser.dll");

    public static ClusterProcess Start(string home, string? binaries = null)
    {
        var call = new ProcessStartInfo(Dotnet, [User, home]);
        if (binaries is not null)
            call.Environment["JOURNAL_PG_BIN"] = binaries;
        return Start(call);
    }

    /// <summary>With root's rights in a container, which lack the one to look into the processes of other accounts.</summary>
    public static ClusterProcess StartAsInAContainer(string home) =>
        Start(new ProcessStartInfo("setpriv", ["--bounding-set", "-sys_ptrace", "--inh-caps", "-sys_ptrace", "--", Dotnet, User, home]));

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

    private static ClusterProcess Start(ProcessStartInfo call)
    {
        call.RedirectStandardInput = call.RedirectStandardOutput = true;
        return new(Process.Start(call)!);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
