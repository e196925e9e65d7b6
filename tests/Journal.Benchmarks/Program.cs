using Journal.Benchmarks.Accuracy;
using Journal.Benchmarks.Reports;
using Journal.Benchmarks.Speed;
using Journal.Benchmarks.Store;
using Journal.Benchmarks.TimeTravel;

return args switch
{
    ["accuracy", .. var rest] => AccuracyBenchmark.Run(rest),
    ["detectors", .. var rest] => DetectorSpeed.Run(rest),
    ["people", .. var rest] => await ManyPeople.RunAsync(rest),
    ["reports", .. var rest] => await ReportsBenchmark.RunAsync(rest),
    ["store", .. var rest] => await StoreBenchmark.RunAsync(rest),
    ["replay", .. var rest] => await ReplayBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("ops/bench accuracy [--series N | --leave-one-out | --power | --people | --order] [--json]");
    Console.Error.WriteLine("ops/bench detectors [--json]");
    Console.Error.WriteLine("ops/bench people [--people N]");
    Console.Error.WriteLine("ops/bench reports [--rounds N] [--each EVENTS] [--only NAME,NAME] [--json FILE]");
    Console.Error.WriteLine("ops/bench replay [--rounds N] [--no-steps]");
    Console.Error.WriteLine("ops/bench store [--rounds N] [--only append,practice,post,import,rebuild,person,words] [--json FILE]");
    return 64;
}
