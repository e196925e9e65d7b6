using System.Globalization;
using Journal.Benchmarks.Measuring;

namespace Journal.Benchmarks.Reports;

/// <summary>ops/bench people: the memory of a process that served the reports of many people, the one who asks for them included.</summary>
internal static class ManyPeople
{
    private const int Events = 300;
    private const double Target = 500;
    private static readonly DateOnly Last = new(2025, 12, 31);
    private static readonly string[] Asked = ["alignment", "cycles", "review"];

    public static async Task<int> RunAsync(string[] args)
    {
        var people = args is ["--people", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 1000;
        await using var server = await BenchServer.StartAsync();
        await ServedPeople.FillAsync(server, Enumerable.Range(0, people).Select(i => ($"person-{i}", Events)), Last);
        GC.Collect(2, GCCollectionMode.Aggressive);
        await using var served = await ServedPeople.StartAsync(server, "person-0");
        var idle = Environment.WorkingSet;
        var peak = 0L;
        for (var i = 0; i < people; i++)
        {
            await served.SignInAsync($"person-{i}");
            foreach (var report in Asked)
                await served.GetAsync($"reports/{report}?to={Last:O}");
            peak = Math.Max(peak, Environment.WorkingSet);
        }

        var (after, heap) = (Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false));
        Output.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"{people} people of {Events} events, {Asked.Length} reports each: {Megabytes(idle)} MB before, {Megabytes(after)} MB after (target {Target}), {Megabytes(peak)} MB at most, of which {Megabytes(heap)} MB managed"));
        return Megabytes(after) <= Target ? 0 : 1;
    }

    private static long Megabytes(long bytes) => bytes / 1024 / 1024;
}
