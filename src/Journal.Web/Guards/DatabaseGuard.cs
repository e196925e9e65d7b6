using Journal.Web.Http;
using Journal.Web.Operations;

namespace Journal.Web.Guards;

/// <summary>Lets nobody wait for a database that does not answer: who asks is told at once, and who waits already is told when it is found out.</summary>
internal sealed class DatabaseGuard(RequestDelegate next, DatabaseWatch watch)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HealthPath.IsLive(context.Request))
        {
            await next(context);
            return;
        }

        if (!watch.IsAnswering)
        {
            await SayAsync(context);
            return;
        }

        var (aborted, outage) = (context.RequestAborted, watch.Outage);
        using var waiting = watch.Wait();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, outage);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (outage.IsCancellationRequested && !aborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            await SayAsync(context);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    private static Task SayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Problems.NoDatabase.ExecuteAsync(context);
    }
}
