using System.Diagnostics;
using Journal.Recording;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>Every refusal and failure as application/problem+json with a stable code and the trace id, and never what the person wrote.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string code, string detail, params ReadOnlySpan<KeyValuePair<string, object?>> more) => TypedResults.Problem(
        detail, statusCode: status, extensions: [new("code", code), new("traceId", Activity.Current?.TraceId.ToString()), .. more]);

    /// <param name="refusal">Invalid is 422, unknown 404, conflict 409.</param>
    /// <param name="precondition">True when the request said which version it had seen: then a stale version is 412.</param>
    public static ProblemHttpResult Of(Refusal refusal, bool precondition = false) => Of(StatusOf(refusal, precondition), refusal.Code, refusal.Reason);

    public static int StatusOf(Refusal refusal, bool precondition = false) => refusal.Kind switch
    {
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.Conflict when precondition && refusal.Code == "version.stale" => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static Task WriteAsync(HttpContext context, int status, string code, string detail) => Of(status, code, detail).ExecuteAsync(context);

    /// <summary>The problem of a bare status code, as the framework answers with for routes, methods and media types.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        404 => Of(status, "route.unknown", "There is nothing at this address."),
        405 => Of(status, "method.unknown", "This address does not take that method."),
        413 => BodyTooLarge,
        415 => Of(status, "body.type", "Send the body as application/json."),
        429 or 503 => Busy,
        504 => Of(status, "request.timeout", "This took too long and was given up."),
        < 500 => Of(status, "request.invalid", "The request cannot be read."),
        _ => Of(status, "internal", "Something went wrong here. The trace id finds it in the log."),
    };

    public static ProblemHttpResult BodyTooLarge => Of(413, "body.large", "The body is larger than this server takes.");

    public static ProblemHttpResult NoDatabase => Of(503, "database.unavailable", "The database does not answer.");

    public static ProblemHttpResult Busy => Of(503, "server.busy", "Too many requests at once; try again in a moment.");
}
