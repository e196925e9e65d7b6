namespace Journal.Web.Tests.Postgres;

public sealed class KilledManyTimes(TestPostgres postgres)
{
    private const int Rounds = 100;

    [LongFact]
    public async Task The_server_has_every_row_it_confirmed()
    {
        using var home = await postgres.NewHomeAsync();
        await using var user = await Cluster.JoinAsync(home, durable: true);
        await Cluster.AskAsync(user, "create table rounds (n int primary key)");
        for (var round = 0; round < Rounds; round++)
        {
            await using var next = await Cluster.JoinAsync(home, durable: true);
            await Cluster.AskAsync(next, $"insert into rounds values ({round})");
            await ServerProcess.Of(home)!.KillAsync();
        }
        await using var last = await Cluster.JoinAsync(home, durable: true);
        Assert.Equal((long)Rounds, await Cluster.AskAsync(last, "select count(*) from rounds"));
    }
}
