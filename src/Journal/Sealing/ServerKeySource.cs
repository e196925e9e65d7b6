using System.Diagnostics;

namespace Journal.Sealing;

/// <summary>Where the server key comes from: a file, or a command that prints it.</summary>
/// <param name="File">The file; null for none.</param>
/// <param name="Command">What the shell runs; null for none. Comes before the file.</param>
public sealed record ServerKeySource(string? File, string? Command)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the next key lies while people's keys are wrapped anew.</summary>
    private string Next => File + ".new";

    /// <summary>The keys there are: the one in use, and one that was to take its place when whoever did it was interrupted.</summary>
    /// <exception cref="SealingException">The command fails, or what is there is no key.</exception>
    public async Task<IReadOnlyList<ServerKey>> ReadAsync(CancellationToken ct)
    {
        if (Command is not null)
            return [Parse(await PrintedAsync(Command, ct), "what the command prints")];
        var keys = new List<ServerKey>();
        foreach (var file in File is null ? [] : new[] { File, Next }.Where(System.IO.File.Exists))
        {
            try
            {
                keys.Add(Parse(await System.IO.File.ReadAllTextAsync(file, ct), file));
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                throw new SealingException("words.key-invalid", $"The server key in {file} cannot be read: {denied.Message}");
            }
        }

        return keys;
    }

    /// <summary>Makes a key where there is none yet, for its owner alone.</summary>
    /// <exception cref="SealingException">It cannot be kept.</exception>
    public ServerKey Make()
    {
        var key = ServerKey.New();
        Write(File ?? throw SealingException.Missing(), key);
        return key;
    }

    /// <summary>Keeps a key that is to take the place of the one in use.</summary>
    public void Prepare(ServerKey next)
    {
        System.IO.File.Delete(Next);
        Write(Next, next);
    }

    /// <summary>Lets the key that was prepared take its place, unless it has; the one before is kept beside it, under its print. Safe from several processes.</summary>
    public void Place(ServerKey inUse)
    {
        if (Command is not null || File is null)
            return;
        var there = System.IO.File.Exists(File) && ServerKey.TryParse(System.IO.File.ReadAllText(File), out var key) ? key : null;
        if (there?.Print == inUse.Print)
            return;
        try
        {
            if (there is not null && !System.IO.File.Exists($"{File}.{there.Print}"))
                System.IO.File.Copy(File, $"{File}.{there.Print}");
            System.IO.File.Move(Next, File, overwrite: true);
        }
        catch (IOException) when (!System.IO.File.Exists(Next))
        {
            // Another process was first.
        }
    }

    private static void Write(string file, ServerKey key)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = Own;
            using var stream = new FileStream(file, options);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.Text() + "\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new SealingException("words.key-invalid", $"The server key cannot be kept in {file}: {denied.Message}");
        }
    }

    private static ServerKey Parse(string text, string where) =>
        ServerKey.TryParse(text, out var key) ? key : throw new SealingException("words.key-invalid", $"The server key is 32 bytes in base64, and {where} is something else.");

    private static async Task<string> PrintedAsync(string command, CancellationToken ct)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })
            ?? throw new SealingException("words.key-command", "The command that prints the server key cannot be started.");
        try
        {
            var printed = await shell.StandardOutput.ReadToEndAsync(ct);
            await shell.WaitForExitAsync(ct);
            return shell.ExitCode == 0 ? printed : throw new SealingException("words.key-command", $"The command that prints the server key ended with {shell.ExitCode}.");
        }
        catch (OperationCanceledException)
        {
            shell.Kill(entireProcessTree: true);
            throw;
        }
    }
}
