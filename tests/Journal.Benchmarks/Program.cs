using Journal.Benchmarks.Accuracy;
using Journal.Benchmarks.Speed;

return args switch
{
    ["accuracy", .. var rest] => AccuracyBenchmark.Run(rest),
    ["detectors", .. var rest] => DetectorSpeed.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: accuracy [--series N] [--json] | detectors [--json]");
    return 2;
}
