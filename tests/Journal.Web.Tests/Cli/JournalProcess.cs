using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Journal.Web.Tests.Cli;

/// <summary>The command line as a process of its own, on a given database.</summary>
internal static class JournalProcess
{
    public static async Task<Ran> RunAsync(string database, params string[] args)
    {
        using var process = Process.Start(Call([("JOURNAL_DATABASE", database)], args))!;
        var stdout = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var stderr = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await stdout, await stderr);
    }

    public static ProcessStartInfo Call(IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> args)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var call = new ProcessStartInfo(dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, "journal.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        call.Environment.Remove("JOURNAL_PERSON");
        call.Environment.Remove("JOURNAL_DATABASE");
        // Only tests of it keep a server key, and each its own.
        call.Environment["JOURNAL_ENCRYPT_WORDS"] = "no";
        foreach (var (name, value) in environment)
        {
            call.Environment[name] = value;
        }

        return call;
    }
}

/// <summary>What a run of the command line came to.</summary>
internal sealed record Ran(int ExitCode, string Output, string Messages)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string Code => Json.GetProperty("error").GetProperty("code").GetString()!;
}
