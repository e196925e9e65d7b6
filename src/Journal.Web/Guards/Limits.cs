using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace Journal.Web.Guards;

/// <summary>Bounds on requests at once and on their time.</summary>
internal static class Limits
{
    private const int WaitsOfOne = 4;

    public static void OfTime(RequestTimeoutOptions limits, JournalServerOptions options) => limits.DefaultPolicy = new()
    {
        Timeout = options.RequestTimeout,
        TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        WriteTimeoutResponse = context => Problems.OfStatus(StatusCodes.Status504GatewayTimeout).ExecuteAsync(context),
    };

    /// <summary>One sender after another gets a place among all; who has not said who they are gets few, so that nobody who is signed in notices.</summary>
    public static void OfNumber(RateLimiterOptions limits, JournalServerOptions options)
    {
        var (all, strangers) = (options.ParallelRequests, Math.Max(1, options.ParallelRequests / 4));
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Of(http => Sender(http) is var (_, isKnown) && !isKnown ? "strangers" : null, strangers, 4 * strangers),
            Of(http => Waits(http) ? null : Sender(http).Name, Math.Max(1, all / 4), options.WaitingRequests),
            Of(http => Waits(http) ? null : "all", all, options.WaitingRequests),
            Of(http => Waits(http) ? Sender(http).Name : null, WaitsOfOne, 0),
            Of(http => Waits(http) ? "waits" : null, options.ParallelWaits, 0));
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return new ValueTask(Problems.Busy.ExecuteAsync(rejected.HttpContext));
        };
    }

    private static PartitionedRateLimiter<HttpContext> Of(Func<HttpContext, string?> name, int atOnce, int waiting) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => HealthPath.Covers(http.Request) || name(http) is not { } partition
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(partition, _ => new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    private static bool Waits(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Waits>() is not null;

    // Whether what they send is good is not known yet: a bad one is refused before its body is read. No secret is kept, not even here.
    private static (string Name, bool IsKnown) Sender(HttpContext http) =>
        (http.Request.Headers.Authorization.ToString() is { Length: > 0 } token ? token : SessionCookie.Read(http.Request)) is { Length: > 0 } secret
            ? (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, 16)), true)
            : ($"from {http.Connection.RemoteIpAddress}", false);
}
