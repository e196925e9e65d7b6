namespace Journal.Postgres;

/// <summary>The folder that holds everything a journal keeps on this machine.</summary>
public static class JournalHome
{
    /// <summary>
    /// JOURNAL_HOME; else /var/lib/journal for root, whose own home other accounts cannot enter; else <c>journal</c> in the user's data folder:
    /// $XDG_DATA_HOME or ~/.local/share, on macOS ~/Library/Application Support, on Windows %LOCALAPPDATA%.
    /// </summary>
    /// <exception cref="PostgresClusterException"><c>home.unreachable</c>: the account has no home folder.</exception>
    public static string Resolve() =>
        Environment.GetEnvironmentVariable("JOURNAL_HOME") is { Length: > 0 } chosen ? Path.GetFullPath(chosen)
        : ServerAccount.IsRoot ? "/var/lib/journal"
        : Path.Combine(UserData(), "journal");

    private static string UserData()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0
            ? folder
            : throw new PostgresClusterException("home.unreachable", "This account has no home folder. Set JOURNAL_HOME to a folder for the journal's data.");
    }
}
