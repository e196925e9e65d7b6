using System.Diagnostics;

namespace Journal.Postgres;

/// <summary>
/// Who runs the server's programs: the caller, or, because PostgreSQL refuses root, an unprivileged account when the caller is root.
/// </summary>
internal sealed record ServerAccount(string? Name)
{
    private static readonly string[] Candidates = ["postgres", "journal", "nobody"];

    public static bool IsRoot { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static ServerAccount Current { get; } = new(IsRoot ? FirstKnown() : null);

    /// <summary>A call of <paramref name="program"/> as this account, without the caller's PG* variables and in plain English.</summary>
    public ProcessStartInfo Call(string program, params string[] arguments)
    {
        var call = new ProcessStartInfo { WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(program)) };
        string[] words = [.. Switch(), program, .. arguments];
        call.FileName = words[0];
        foreach (var word in words.Skip(1))
            call.ArgumentList.Add(word);
        foreach (var name in call.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.OrdinalIgnoreCase)).ToList())
            call.Environment.Remove(name);
        call.Environment["LC_ALL"] = "C";
        return call;
    }

    /// <summary>Makes the account the owner of a file or folder. Nothing to do when it is the caller.</summary>
    public Task OwnAsync(string path, CancellationToken ct) => Name is null ? Task.CompletedTask : DirectAsync("chown", [Name, path], ct);

    /// <summary>Lets the account pass through a folder of root's, not list it.</summary>
    public async Task LetThroughAsync(string folder, CancellationToken ct)
    {
        if (Name is null || await CanEnterAsync(folder, ct))
            return;
        var group = await DirectAsync("id", ["-gn", Name], ct);
        await DirectAsync("chgrp", [group.Trim(), folder], ct);
        await DirectAsync("chmod", ["g+x", folder], ct);
        if (!await CanEnterAsync(folder, ct))
            throw Unreachable(folder);
    }

    private async Task<bool> CanEnterAsync(string folder, CancellationToken ct) =>
        (await Tool.RunAsync(Call("/bin/sh", "-c", "cd \"$0\"", folder), ct)).ExitCode == 0;

    private PostgresClusterException Unreachable(string folder) => new(
        "home.unreachable",
        $"PostgreSQL does not run as root, and the account \"{Name}\", which runs it instead, cannot enter {folder}: a folder above it is closed to that account. "
        + "Set JOURNAL_HOME to a folder elsewhere, for example /var/lib/journal, or run as an ordinary user.");

    private string[] Switch() => Name switch
    {
        null => [],
        _ when Tool.Find("runuser") is { } runuser => [runuser, "-u", Name, "--"],
        _ when Tool.Find("su") is { } su => [su, "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", Name, "--"],
        _ => throw new PostgresClusterException("postgres.start", "PostgreSQL does not run as root, and neither runuser nor su is here to change the account. Run as an ordinary user."),
    };

    private static async Task<string> DirectAsync(string program, string[] arguments, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync(new ProcessStartInfo(program, arguments), ct);
        return outcome.ExitCode == 0
            ? outcome.Output
            : throw new PostgresClusterException("home.unreachable", $"{program} {string.Join(' ', arguments)} failed: {outcome.Error.Trim()}");
    }

    private static string FirstKnown()
    {
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return Candidates.FirstOrDefault(known.Contains)
            ?? throw new PostgresClusterException("postgres.start", $"PostgreSQL does not run as root, and there is none of the accounts {string.Join(", ", Candidates)} to run it. Run as an ordinary user.");
    }
}
