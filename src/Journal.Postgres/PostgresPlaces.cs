namespace Journal.Postgres;

/// <summary>Where installers put the server's programs, best first.</summary>
internal static class PostgresPlaces
{
    public static IEnumerable<string> All() => Tool.SearchPath().Concat(Installed()).Concat(Fetched());

    private static IEnumerable<string> Installed() =>
        OperatingSystem.IsWindows() ? Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*")
        : OperatingSystem.IsMacOS() ? Versions("/opt/homebrew/opt", "postgresql@*")
            .Concat(Versions("/usr/local/opt", "postgresql@*"))
            .Concat(Versions("/Applications/Postgres.app/Contents/Versions", "*"))
        : Versions("/usr/lib/postgresql", "*")
            .Concat(Versions("/usr", "pgsql-*"))
            .Concat(Versions("/usr/libexec", "postgresql*", bin: ""))
            .Concat(Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"));

    /// <summary>Where <c>ops/embedded-postgres</c> puts what it fetches: in folders such as 17.10.0-beta.17.</summary>
    private static IEnumerable<string> Fetched()
    {
        var folder = Path.Combine(Cache(), "journal", "postgresql");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).OrderByDescending(found => Version.TryParse(Path.GetFileName(found).Split('-')[0], out var version) ? version : new()).Select(found => Path.Combine(found, "bin"))
            : [];
    }

    private static string Cache() =>
        ServerAccount.IsRoot ? "/var/cache"
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } chosen ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    /// <summary>The folders that end in a version number, newest first.</summary>
    private static IEnumerable<string> Versions(string folder, string pattern, string bin = "bin") =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, pattern).OrderByDescending(Number).Select(found => Path.Combine(found, bin))
            : [];

    private static int Number(string folder)
    {
        var name = Path.GetFileName(folder);
        return int.TryParse(name[(name.TrimEnd("0123456789".ToCharArray()).Length)..], CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
