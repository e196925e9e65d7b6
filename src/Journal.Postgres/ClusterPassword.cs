using System.Security.Cryptography;

namespace Journal.Postgres;

/// <summary>The generated password of the cluster's accounts, in a file that only its owner reads.</summary>
internal static class ClusterPassword
{
    private const int Digits = 64;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <returns>256 random bits in hexadecimal digits, the same at every call.</returns>
    public static async Task<string> EnsureAsync(ClusterFolder folder, ServerAccount account, CancellationToken ct)
    {
        if (!File.Exists(folder.Password))
            await CreateAsync(folder, account, ct);
        Close(folder.Password);
        var password = (await File.ReadAllTextAsync(folder.Password, ct)).Trim();
        return password.Length == Digits && password.All(char.IsAsciiHexDigitLower)
            ? password
            : throw new PostgresClusterException("home.password", $"{folder.Password} does not hold the password that the journal made. Put the file back from a backup.");
    }

    // A restored backup often comes with the modes of whoever unpacked it.
    private static void Close(string file)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & ~Owner) == 0)
            return;
        try
        {
            File.SetUnixFileMode(file, Owner);
        }
        catch (UnauthorizedAccessException)
        {
            throw new PostgresClusterException("home.password", $"Others than its owner may read {file}, and this account may not change that. chmod 600 it, or run as its owner.");
        }
    }

    private static async Task CreateAsync(ClusterFolder folder, ServerAccount account, CancellationToken ct)
    {
        if (folder.DataVersion is not null)
            throw new PostgresClusterException("home.password", $"{folder.Password} is missing, and without it the data beside it stays closed. Put the file back from a backup.");
        var unfinished = folder.Password + ".new";
        File.Delete(unfinished);
        await using (var file = new FileStream(unfinished, OwnerOnly()))
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(Digits, lowercase: true)), ct);
        await account.OwnAsync(unfinished, ct);
        File.Move(unfinished, folder.Password);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return options;
    }
}
