namespace Journal.Postgres;

/// <summary>The private cluster could not be found, created, started or reached.</summary>
/// <param name="code">
/// Stable, for scripts: <c>postgres.notfound</c>, <c>postgres.version</c>, <c>postgres.init</c>, <c>postgres.start</c>,
/// <c>home.unreachable</c>, <c>home.busy</c> or <c>home.password</c>.
/// </param>
/// <param name="message">What is wrong and what a person can do about it.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class PostgresClusterException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
