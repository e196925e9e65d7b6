using System.Threading.RateLimiting;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace Journal.Web.Guards;

/// <summary>Bounds on requests at once and on their time.</summary>
internal static class Limits
{
    public static void OfTime(RequestTimeoutOptions limits, JournalServerOptions options) => limits.DefaultPolicy = new()
    {
        Timeout = options.RequestTimeout,
        TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        WriteTimeoutResponse = context => Problems.OfStatus(StatusCodes.Status504GatewayTimeout).ExecuteAsync(context),
    };

    public static void OfNumber(RateLimiterOptions limits, JournalServerOptions options)
    {
        var bound = new ConcurrencyLimiterOptions
        {
            PermitLimit = options.ParallelRequests,
            QueueLimit = options.WaitingRequests,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HealthPath.Covers(context.Request)
                ? RateLimitPartition.GetNoLimiter("health")
                : RateLimitPartition.GetConcurrencyLimiter("all", _ => bound));
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return new ValueTask(Problems.Busy.ExecuteAsync(rejected.HttpContext));
        };
    }
}
