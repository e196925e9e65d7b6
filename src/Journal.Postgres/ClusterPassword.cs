using System.Security.Cryptography;

namespace Journal.Postgres;

/// <summary>The generated password of the cluster's accounts, in a file that only its owner reads.</summary>
internal static class ClusterPassword
{
    /// <returns>256 random bits in hexadecimal digits, the same at every call.</returns>
    public static async Task<string> EnsureAsync(ClusterFolder folder, ServerAccount account, CancellationToken ct)
    {
        if (!File.Exists(folder.Password))
            await CreateAsync(folder, account, ct);
        return await File.ReadAllTextAsync(folder.Password, ct);
    }

    private static async Task CreateAsync(ClusterFolder folder, ServerAccount account, CancellationToken ct)
    {
        if (folder.DataVersion is not null)
            throw new PostgresClusterException("home.password", $"{folder.Password} is missing, and without it the data beside it stays closed. Put the file back from a backup.");
        var unfinished = folder.Password + ".new";
        File.Delete(unfinished);
        await using (var file = new FileStream(unfinished, OwnerOnly()))
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64, lowercase: true)), ct);
        await account.OwnAsync(unfinished, ct);
        File.Move(unfinished, folder.Password);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
