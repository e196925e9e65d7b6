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
        var work = next(context);
        await Task.WhenAny(work, Task.Delay(Timeout.Infinite, either.Token));
        context.RequestAborted = aborted;
        var isSilent = outage.IsCancellationRequested && !aborted.IsCancellationRequested && !context.Response.HasStarted;
        if (isSilent && !work.IsCompletedSuccessfully)
        {
            await SayAsync(context);
            await context.Response.CompleteAsync();
            await EndAsync(work);
        }
        else
        {
            await work;
        }
    }

    // A statement that waits for a server that stands still does not end when it is cancelled, but when its connection is given up. Who sent it has their answer by then.
    private static Task EndAsync(Task work) => work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static Task SayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Problems.NoDatabase.ExecuteAsync(context);
    }
}
