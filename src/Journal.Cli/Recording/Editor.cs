using System.Diagnostics;
using Journal.Cli.Output;
using Journal.Cli.Running;

namespace Journal.Cli.Recording;

/// <summary>Lets the person write in the editor they are used to.</summary>
internal static class Editor
{
    /// <summary>Whether somebody sits at a terminal.</summary>
    public static bool IsThere => Terminal.Current.IsOwn && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>What was written there; the file is gone afterwards.</summary>
    /// <exception cref="VerbException"><c>editor.failed</c>, <c>text.encoding</c>.</exception>
    public static async Task<string> WriteAsync(CancellationToken ct)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        try
        {
            // Nobody else reads what somebody is about to write.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await File.Open(file, options).DisposeAsync();

            using var editor = Process.Start(Call(file)) ?? throw Failed();
            await editor.WaitForExitAsync(ct);
            return editor.ExitCode == 0 ? Utf8Input.Text(await File.ReadAllBytesAsync(file, ct)).TrimEnd() : throw Failed();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw Failed();
        }
        finally
        {
            File.Delete(file);
        }
    }

    // What EDITOR holds is a command with its options, for the shell to take apart.
    private static ProcessStartInfo Call(string file)
    {
        var editor = Named("VISUAL") ?? Named("EDITOR");
        return OperatingSystem.IsWindows() ? new(editor ?? "notepad", [file]) : new("/bin/sh", ["-c", $"{editor ?? "vi"} \"$0\"", file]);
    }

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : null;

    private static VerbException Failed() => new(ExitCode.Refused, "editor.failed", "The editor ended without a text. VISUAL or EDITOR names another one; or write the text behind journal log.");
}
