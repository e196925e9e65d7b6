using Journal.EventStore;
using Journal.Server.Http;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Journal.Server.Guards;

/// <summary>What the sender is told of an exception: its kind and where to find it in the log, and nothing from inside.</summary>
internal static class Failures
{
    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        ExceptionHandler = WriteAsync,
        SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
    };

    private static Task WriteAsync(HttpContext context)
    {
        var problem = Of(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        return problem.ExecuteAsync(context);
    }

    private static ProblemHttpResult Of(Exception? failure) => failure switch
    {
        BadHttpRequestException bad => Problems.OfStatus(bad.StatusCode),
        AppendInDoubtException doubt => Problems.Of(503, doubt.Code, "It is not known whether this was recorded. Send it again with the same Idempotency-Key."),
        NpgsqlException { IsTransient: true } => Problems.Of(503, "database.unavailable", "The database does not answer."),
        _ => Problems.OfStatus(500),
    };
}
