// A process that uses a private cluster, for tests that need more than one or that kill one:
// joins the cluster in the home folder args[0], prints the connection string, and leaves when its input ends.
// It tests processes, not disks: the server it starts does not wait for the disk.
using Journal.Postgres;

try
{
    await using var cluster = await PostgresCluster.StartAsync(new() { Home = args[0], Durable = false }, CancellationToken.None);
    Console.WriteLine(cluster.ConnectionString);
    while (await Console.In.ReadLineAsync() is not null)
    {
    }
    return 0;
}
catch (PostgresClusterException e)
{
    Console.WriteLine($"{e.Code}: {e.Message}");
    return 1;
}
