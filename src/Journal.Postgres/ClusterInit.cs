namespace Journal.Postgres;

/// <summary>
/// Makes the data folder of a new cluster: the superuser <c>postgres</c>, and the account <c>journal</c> that owns the database <c>journal</c>.
/// It is made under another name and renamed when complete, so a data folder that is there is whole.
/// </summary>
internal sealed class ClusterInit(ClusterFolder folder, ServerAccount account, PostgresClusterOptions options)
{
    public async Task RunAsync(PostgresBinaries binaries, string password, CancellationToken ct)
    {
        RemoveUnfinished();
        // A name of its own: an initdb whose starter was killed may still be writing to another one.
        var unfinished = $"{folder.Data}.new-{Guid.NewGuid():N}";
        PrivateFolder.Create(unfinished);
        await account.OwnAsync(unfinished, ct);
        await MustAsync("initdb", account.Call(binaries.Program("initdb"), InitdbArguments(unfinished)), "", ct);
        await MustAsync("postgres --single", account.Call(binaries.Program("postgres"), SingleUserArguments(unfinished)), Accounts(password), ct);
        Directory.Move(unfinished, folder.Data);
    }

    // Locale C: the order of text, and so every index, stays the same when the system's libraries change.
    private string[] InitdbArguments(string data) =>
    [
        "-D", data, "--username=postgres", $"--pwfile={folder.Password}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--data-checksums",
        .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
    ];

    private string[] SingleUserArguments(string data) =>
        ["--single", "-D", data, "-c", "exit_on_error=true", "-c", $"fsync={(options.Durable ? "on" : "off")}", "postgres"];

    private static string Accounts(string password) => $"""
        create role journal login password '{password}'
        create database journal owner journal template template0

        """;

    private void RemoveUnfinished()
    {
        foreach (var left in Directory.EnumerateDirectories(folder.Root, Path.GetFileName(folder.Data) + ".new-*"))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (IOException)
            {
                // Its initdb has outlived its starter and writes on; the folder goes the next time.
            }
        }
    }

    private static async Task MustAsync(string name, System.Diagnostics.ProcessStartInfo call, string input, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync(call, ct, input);
        if (outcome.ExitCode != 0)
            throw new PostgresClusterException("postgres.init", $"{name} could not create the journal's database: {outcome.Error.Trim()}");
    }
}
