using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Journal.Benchmarks.Measuring;
using Journal.Reports;

namespace Journal.Benchmarks.Reports;

/// <summary>ops/bench reports: how long a report takes over HTTP for somebody with ten years of daily use, alone and among others.</summary>
internal static class ReportsBenchmark
{
    private const string Someone = "someone";
    private const int SomeonesEvents = 20_000;
    private const int Others = 200;
    private const double Target = 50;
    private static readonly DateOnly Last = new(2025, 12, 31);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Number(args, "--rounds") ?? 21;
        var each = Number(args, "--each") ?? 1000;
        var only = Option(args, "--only");
        await using var server = await BenchServer.StartAsync();
        await ServedPeople.FillAsync(server, [(Someone, SomeonesEvents)], Last);
        var alone = await MeasureAsync(server, rounds, only);
        await ServedPeople.FillAsync(server, Enumerable.Range(0, Others).Select(i => ($"other-{i}", each)).Prepend((Someone, SomeonesEvents)), Last);
        var among = await MeasureAsync(server, rounds, only);
        Print(alone, among);
        if (Option(args, "--json") is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { machine = Output.Machine(), rounds, events = SomeonesEvents, others = Others, eventsOfEach = each, target = Target, alone, among }, Indented));
        return 0;
    }

    // Cold: the first of a new process's answers reads the person's facts; the others find them in memory.
    private static async Task<Run> MeasureAsync(BenchServer server, int rounds, string? only)
    {
        await using var served = await ServedPeople.StartAsync(server, Someone);
        var cold = await TimeAsync(() => served.GetAsync($"reports/alignment?to={Last:O}"));
        var answers = new List<Answer>();
        foreach (var name in AllReports.Kinds.Select(report => report.Name).Where(name => only is null || only.Split(',').Contains(name)))
        {
            answers.Add(await MeasureAsync(served, name, rounds));
            Output.Print(answers[^1].ToString());
        }

        var appends = new List<double>();
        for (var i = 0; i < rounds; i++)
            appends.Add(await TimeAsync(served.AppendAsync));
        return new(cold, Duel.Median([.. appends]), answers);
    }

    private static async Task<Answer> MeasureAsync(ServedPeople served, string name, int rounds)
    {
        var (path, size) = ($"reports/{name}?to={Last:O}", 0);
        var first = await TimeAsync(async () => size = await served.GetAsync(path));
        await served.GetAsync(path);
        var warm = new double[rounds];
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < rounds; i++)
            warm[i] = await TimeAsync(() => served.GetAsync(path));
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / rounds;
        var appended = new double[5];
        for (var i = 0; i < appended.Length; i++)
        {
            await served.AppendAsync();
            appended[i] = await TimeAsync(() => served.GetAsync(path));
        }

        Array.Sort(warm);
        return new(name, first, warm[rounds / 2], warm[(int)Math.Ceiling(rounds * 0.95) - 1], processor, Duel.Median(appended), size / 1024);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Print(Run alone, Run among)
    {
        Output.Print(string.Create(CultureInfo.InvariantCulture, $"cold answer: {alone.Cold:N0} ms alone, {among.Cold:N0} ms among {Others} others; append over HTTP: {alone.Append:N1} and {among.Append:N1} ms"));
        Output.Print("| report | median ms | p95 | processor ms | among others | p95 | processor ms | after an append | first | KiB | |");
        Output.Print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var (one, other) in alone.Answers.Zip(among.Answers))
            Output.Print(string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Report} | {one.Median:N1} | {one.P95:N1} | {one.Processor:N1} | {other.Median:N1} | {other.P95:N1} | {other.Processor:N1} | {one.AfterAppend:N0} | {one.First:N0} | {one.Kibibytes:N0} | {(one.Median <= Target && other.Median <= Target ? "met" : "**missed**")} |"));
    }

    private static int? Number(string[] args, string name) => Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <param name="Cold">Milliseconds of the first answer of a new process, which reads the facts.</param>
    /// <param name="Append">Milliseconds of an append, the middle of them.</param>
    private sealed record Run(double Cold, double Append, IReadOnlyList<Answer> Answers);

    /// <param name="First">Milliseconds of the first answer with the facts in memory.</param>
    /// <param name="Median">Of the warm answers.</param>
    /// <param name="Processor">Milliseconds of processor time that a warm answer takes, asking and collecting garbage included: what the machine's other work does not change.</param>
    /// <param name="AfterAppend">Of the first answers after the person recorded something.</param>
    private sealed record Answer(string Report, double First, double Median, double P95, double Processor, double AfterAppend, int Kibibytes);
}
