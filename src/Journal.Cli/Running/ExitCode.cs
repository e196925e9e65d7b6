namespace Journal.Cli.Running;

/// <summary>What a verb says to the shell. Documented in docs/cli.md; stable.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something failed that should not have.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>What was given can not be recorded or asked.</summary>
    public const int Refused = 3;

    /// <summary>The subject, person or file is not there.</summary>
    public const int NotFound = 4;

    /// <summary>The subject's history does not allow it, or somebody else was first.</summary>
    public const int Conflict = 5;

    /// <summary>There is no database to work on.</summary>
    public const int NoDatabase = 6;

    /// <summary>Everything was looked at, and something is not as it should be.</summary>
    public const int Differs = 7;

    /// <summary>PostgreSQL's programs are not on this machine.</summary>
    public const int NoPostgres = 8;

    /// <summary>Another program listens where the server is to listen.</summary>
    public const int AddressTaken = 9;

    /// <summary>A journal already listens there.</summary>
    public const int AlreadyRuns = 10;

    /// <summary>Interrupted.</summary>
    public const int Cancelled = 130;
}
