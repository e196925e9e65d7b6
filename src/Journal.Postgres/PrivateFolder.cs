namespace Journal.Postgres;

/// <summary>Folders that only their owner may look into.</summary>
internal static class PrivateFolder
{
    /// <summary>Creates the folder, and those above it, where they are missing; one that is there stays as it is.</summary>
    public static void Create(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PostgresClusterException("home.unreachable", $"{path} cannot be created: {e.Message} Set JOURNAL_HOME to a folder of your own.", e);
        }
    }
}
