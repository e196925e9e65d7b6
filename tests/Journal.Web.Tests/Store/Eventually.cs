using System.Diagnostics;

namespace Journal.Web.Tests.Store;

/// <summary>Looks again and again until something is so, for at most ten seconds.</summary>
internal static class Eventually
{
    public static async Task<T> SeesAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            var seen = await look();
            if (isSo(seen) || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(10))
                return seen;
        }
    }

    /// <summary>Waits until a number has come to a goal, as long as it goes on moving.</summary>
    public static async Task<long> ReachesAsync(Func<Task<long>> look, long goal)
    {
        for (var (at, before) = (await look(), -1L); ; (at, before) = (await SeesAsync(look, now => now > at), at))
            if (at >= goal || at == before)
                return at;
    }

    public static async Task IsAsync(Func<bool> isSo) => Assert.True(await SeesAsync(() => Task.FromResult(isSo()), so => so));
}
