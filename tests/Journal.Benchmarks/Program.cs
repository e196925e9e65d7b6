using Journal.Benchmarks.Accuracy;
using Journal.Benchmarks.EventStore;
using Journal.Benchmarks.Speed;

return args switch
{
    ["accuracy", .. var rest] => AccuracyBenchmark.Run(rest),
    ["detectors", .. var rest] => DetectorSpeed.Run(rest),
    ["store", .. var rest] => await StoreBenchmarks.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("ops/bench accuracy [--series N | --leave-one-out] [--json]");
    Console.Error.WriteLine("ops/bench detectors [--json]");
    Console.Error.WriteLine("ops/bench store [--large] [--rounds N] [--only TEXT] [--json FILE]");
    return 64;
}
