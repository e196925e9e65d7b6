using Journal.Benchmarks.EventStore;

return args switch
{
    ["store", .. var rest] => await StoreBenchmarks.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("ops/bench store [--large] [--rounds N] [--only TEXT] [--json FILE]");
    return 64;
}
