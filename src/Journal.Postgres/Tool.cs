using System.Diagnostics;

namespace Journal.Postgres;

/// <summary>Other programs, run to their end.</summary>
internal static class Tool
{
    public sealed record Outcome(int ExitCode, string Output, string Error);

    /// <summary>The program's path, from PATH or the folders of system programs that PATH may leave out; null when it is not here.</summary>
    public static string? Find(string program) =>
        SearchPath().Concat(["/usr/sbin", "/sbin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static async Task<Outcome> RunAsync(ProcessStartInfo call, CancellationToken ct, string input = "")
    {
        using var process = Start(call);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await FeedAsync(process, input);
        await ExitAsync(process, ct);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>As <see cref="RunAsync"/>, for a program that leaves a server behind: the server may hold the output open, so only a failure is read.</summary>
    public static async Task<Outcome> LaunchAsync(ProcessStartInfo call, CancellationToken ct)
    {
        using var process = Start(call);
        process.StandardInput.Close();
        await ExitAsync(process, ct);
        return process.ExitCode == 0 ? new(0, "", "") : new(process.ExitCode, "", await process.StandardError.ReadToEndAsync(ct));
    }

    private static Process Start(ProcessStartInfo call)
    {
        call.RedirectStandardInput = call.RedirectStandardOutput = call.RedirectStandardError = true;
        return Process.Start(call)!;
    }

    private static async Task FeedAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException) when (input.Length > 0)
        {
            // It ended before it read everything: its exit code and its words say why.
        }
    }

    private static async Task ExitAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
