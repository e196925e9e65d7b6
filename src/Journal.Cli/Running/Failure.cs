using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.Postgres;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Npgsql;

namespace Journal.Cli.Running;

/// <summary>A verb that could not do what it was asked.</summary>
/// <param name="exitCode">What the shell gets.</param>
/// <param name="code">Stable, for programs.</param>
/// <param name="message">A sentence for a person.</param>
internal sealed class VerbException(int exitCode, string code, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public string Code { get; } = code;

    public static VerbException Of(Refusal refusal) => new(
        refusal.Kind switch
        {
            RefusalKind.Unknown => Running.ExitCode.NotFound,
            RefusalKind.Conflict => Running.ExitCode.Conflict,
            _ => Running.ExitCode.Refused,
        },
        refusal.Code,
        refusal.Reason);
}

/// <summary>What a failure comes to outside.</summary>
internal sealed partial record Failure(int ExitCode, string Code, string Message)
{
    /// <summary>The same, with what the API calls its fields as this verb calls them.</summary>
    public Failure As(System.CommandLine.Command verb)
    {
        var options = verb.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        return Field().Match(Message) is { Success: true, Value: var field } && Seen(field, options) is { } seen ? this with { Message = seen + Message[field.Length..] } : this;
    }

    public static Failure Of(Exception e) => e switch
    {
        VerbException verb => new(verb.ExitCode, verb.Code, verb.Message),
        OperationCanceledException => new(Running.ExitCode.Cancelled, "cancelled", "Interrupted."),
        ImportFailedException { Code: "import.nofile" } file => new(Running.ExitCode.NotFound, file.Code, file.Message),
        ImportFailedException file => new(Running.ExitCode.Refused, file.Code, file.Message),
        PostgresClusterException { Code: "postgres.notfound" } cluster => new(Running.ExitCode.NoPostgres, cluster.Code, cluster.Message),
        PostgresClusterException cluster => new(Running.ExitCode.NoDatabase, cluster.Code, cluster.Message),
        ProjectionsStandException stand => new(Running.ExitCode.Differs, "projections.stand", stand.Message),
        SealingException key => new(Running.ExitCode.Refused, key.Code, key.Message),
        PostgresException sql => new(Running.ExitCode.NoDatabase, "database.refused", $"The database refused: {sql.MessageText} ({sql.SqlState})."),
        NpgsqlException => new(Running.ExitCode.NoDatabase, "database.unreachable", $"The database cannot be reached: {e.Message}"),
        { InnerException: NpgsqlException inner } => Of(inner),
        _ => new(Running.ExitCode.Failed, "internal", $"{e.GetType().Name}: {e.Message}"),
    };

    /// <summary>What PostgreSQL said, however deep it lies; null where it said nothing.</summary>
    public static PostgresException? Sql(Exception? e) => e is null ? null : e as PostgresException ?? Sql(e.InnerException);

    private static string? Seen(string field, HashSet<string> options) => ((IEnumerable<string>)[
        field == "occurredAt" ? "--at" : "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(field),
        "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(field.EndsWith("At", StringComparison.Ordinal) ? field[..^2] : field)]).FirstOrDefault(options.Contains);

    // A refusal of a value begins with its name.
    [GeneratedRegex("^[a-z][A-Za-z]*(?= )")]
    private static partial Regex Field();
}
