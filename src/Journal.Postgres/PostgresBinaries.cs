using System.Diagnostics;

namespace Journal.Postgres;

/// <summary>An installed PostgreSQL server.</summary>
/// <param name="Folder">Holds initdb, pg_ctl and postgres.</param>
/// <param name="MajorVersion">15 to 18.</param>
public sealed record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int Oldest = 15, Newest = 18;
    private const string Installer = "apt-get install postgresql, dnf install postgresql-server, brew install postgresql@17, winget install PostgreSQL.PostgreSQL.17";
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>
    /// Looks in JOURNAL_PG_BIN, which when set is the only place; else in PATH, then where the installers of this system put PostgreSQL, then where <c>ops/embedded-postgres</c> does, newest first.
    /// </summary>
    /// <param name="majorVersion">The version wanted, because data of that version is there; null takes the first one found.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="PostgresClusterException">
    /// <c>postgres.notfound</c>: none is here. <c>postgres.version</c>: there are some, but none that can serve.
    /// </exception>
    public static async Task<PostgresBinaries> FindAsync(int? majorVersion, CancellationToken ct)
    {
        var others = new List<PostgresBinaries>();
        foreach (var folder in Places().Where(IsComplete).Distinct())
        {
            var found = new PostgresBinaries(folder, await VersionAsync(new PostgresBinaries(folder, 0).Program("postgres"), ct));
            if (majorVersion is { } wanted ? found.MajorVersion == wanted : found.MajorVersion is >= Oldest and <= Newest)
                return found;
            others.Add(found);
        }
        throw others.Count == 0 ? NotFound() : WrongVersion(majorVersion, others);
    }

    internal string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static IEnumerable<string> Places() => Chosen is { } folder ? [folder] : PostgresPlaces.All();

    private static string? Chosen => Environment.GetEnvironmentVariable("JOURNAL_PG_BIN") is { Length: > 0 } folder ? folder : null;

    private static bool IsComplete(string folder) => Needed.All(name => File.Exists(new PostgresBinaries(folder, 0).Program(name)));

    /// <summary>The major version of one of PostgreSQL's programs; 0 when it does not say.</summary>
    internal static async Task<int> VersionAsync(string program, CancellationToken ct)
    {
        // "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", "postgres (PostgreSQL) 18beta1"
        var said = await Tool.RunAsync(new ProcessStartInfo(program, ["--version"]), ct);
        var number = said.Output.Split(' ').Skip(2).FirstOrDefault("").TakeWhile(char.IsAsciiDigit);
        return int.TryParse(string.Concat(number), CultureInfo.InvariantCulture, out var major) ? major : 0;
    }

    // One line, with the three ways out.
    private static PostgresClusterException NotFound() => new(
        "postgres.notfound",
        $"PostgreSQL {Oldest} to {Newest} was not found {(Chosen is null ? "on this machine" : $"in JOURNAL_PG_BIN ({Chosen})")}. "
        + $"Install it ({Installer}) or name the folder of its programs in JOURNAL_PG_BIN; or set JOURNAL_DATABASE to the connection string of a server elsewhere; "
        + "or use containers: docker compose up.");

    private static PostgresClusterException WrongVersion(int? wanted, List<PostgresBinaries> found) => new("postgres.version",
        (wanted is { } version
            ? $"The journal's data was made by PostgreSQL {version}, which is not installed. Install PostgreSQL {version} again, or move the data to a newer one as docs/backup.md says."
            : $"The journal needs PostgreSQL {Oldest} to {Newest}.")
        + " Found: " + string.Join(", ", found.Select(one => $"{one.MajorVersion} in {one.Folder}")) + ".");
}
