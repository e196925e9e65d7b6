using System.Diagnostics;
using Journal.Commands;
using Journal.Web.Http;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Guards;

/// <summary>What the sender is told of an exception: its kind and where to find it in the log, and nothing from inside.</summary>
internal static class Failures
{
    /// <summary>Logs once, with the trace id that the sender is told.</summary>
    public static ExceptionHandlerOptions Handling { get; } = new() { ExceptionHandler = WriteAsync, SuppressDiagnosticsCallback = _ => true };

    private static Task WriteAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = Of(failure);
        Log(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures)), problem.StatusCode, failure);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        return problem.ExecuteAsync(context);
    }

    private static void Log(ILogger log, int status, Exception? failure)
    {
        var trace = Activity.Current?.TraceId;
        if (status == StatusCodes.Status500InternalServerError)
            log.LogError(failure, "Request {TraceId} failed.", trace);
        else if (status == StatusCodes.Status503ServiceUnavailable && IsNews())
            log.LogWarning("Request {TraceId} found no database: {Reason} (Said once a minute.)", trace, failure?.GetBaseException().Message);
    }

    // An outage meets every request, and each would say the same.
    private static bool IsNews()
    {
        var (now, before) = (Environment.TickCount64, Interlocked.Read(ref said));
        return now - before >= 60_000 && Interlocked.CompareExchange(ref said, now, before) == before;
    }

    private static long said = -60_000;

    private static ProblemHttpResult Of(Exception? failure) => failure switch
    {
        BadHttpRequestException bad => Problems.OfStatus(bad.StatusCode),
        _ when Recorder.IsOfNobody(failure) => Problems.Of(StatusCodes.Status401Unauthorized, "token.invalid", "The token is unknown, expired or revoked."),
        _ when Outages.IsOutage(failure) => Problems.NoDatabase,
        _ => Problems.OfStatus(500),
    };
}
