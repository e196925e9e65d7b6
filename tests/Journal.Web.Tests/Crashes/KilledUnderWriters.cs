using System.Diagnostics;
using Journal.Facts;
using Journal.Postgres;
using Journal.Web.Access;
using Journal.Web.Operations;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Journal.Web.Tests.Crashes;

/// <summary>Two nodes on one PostgreSQL that waits for its disk, under eight writers; in each round a node, or the whole PostgreSQL, is killed and started anew.</summary>
public sealed class KilledUnderWriters(TestPostgres postgres, ITestOutputHelper output)
{
    private const int Writers = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Nothing_is_lost_or_doubled_and_the_projections_are_those_of_a_rebuild()
    {
        using var home = await postgres.NewHomeAsync();
        List<PostgresCluster> starts = [await Cluster.JoinAsync(home, durable: true)];
        var database = starts[0].ConnectionString;
        using var nodes = new Nodes(database);
        using var writers = new People(await EnterAsync(database, nodes.All));
        foreach (var node in nodes.All)
            await node.StartAsync();

        using var stop = new CancellationTokenSource();
        var work = writers.All.Select(writer => Task.Run(() => writer.RecordAsync(stop.Token), Ct)).ToList();
        var random = new Random(41);
        for (var round = 0; round < (LongRun.IsOn ? LongRun.Rounds : 3); round++)
        {
            await Task.Delay(random.Next(300, 1500), Ct);
            if (round % 3 == 2)
            {
                await KillAsync(home);
                starts.Add(await Cluster.JoinAsync(home, durable: true));
            }
            else
            {
                await nodes.All[round % 3].KillAsync();
                await Task.Delay(random.Next(0, 300), Ct);
                await nodes.All[round % 3].StartAsync();
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(work);
        output.WriteLine($"{writers.All.Sum(writer => writer.Acknowledged)} acknowledged, {writers.All.Sum(writer => writer.Repeated)} of them sent again");
        await CheckAsync(database, writers.All);
        nodes.Dispose();
        foreach (var start in starts)
            await start.DisposeAsync();
    }

    private static async Task<List<Writer>> EnterAsync(string database, IReadOnlyList<Node> nodes)
    {
        using var host = await JournalHost.OpenAsync(database, Ct);
        var entered = new List<Writer>();
        for (var n = 0; n < Writers; n++)
        {
            var (person, _) = await host.Services.GetRequiredService<PeopleRegistry>().EnsureAsync($"writer-{n}", "UTC", Ct);
            var (issued, _) = await host.Services.GetRequiredService<TokenRegistry>().IssueAsync(person!.Id, Scope.Write, "test", null, AuditSource.Terminal, Ct);
            entered.Add(new(Journal.Recording.Author.TenantOf(person.Id), issued!.Secret, nodes));
        }

        await host.StopAsync(Ct);
        return entered;
    }

    private static async Task CheckAsync(string database, IReadOnlyList<Writer> writers)
    {
        using var host = await JournalHost.OpenAsync(database, Ct);
        foreach (var writer in writers)
        {
            var events = await host.Services.GetRequiredService<PersonEvents>().ReadAsync(writer.Tenant, null, Ct);
            Assert.Equal(writer.Acknowledged, events.Count);
            Assert.Equal(writer.Acknowledged, events.Select(e => e.Id).Distinct().Count());
        }

        // The nodes bring them there; nobody helps.
        var projections = host.Services.GetRequiredService<Projections>();
        for (var began = Stopwatch.GetTimestamp(); (await projections.ListAsync(Ct)).Any(one => one.Behind > 0); await Task.Delay(200, Ct))
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, string.Join(", ", (await projections.ListAsync(Ct)).Select(one => $"{one.Name} is {one.Behind} behind")));
        var check = await host.Services.GetRequiredService<JournalVerification>().RunAsync(accept: false, (_, _) => { }, Ct);
        Assert.True(check.Holds, string.Join("; ", check.Store.Select(finding => finding.Message).Concat(check.People.SelectMany(person => person.Differences).Select(difference => difference.Message))));
        await ToldOnceAsync(database);
        await host.StopAsync(Ct);
    }

    // A message that is handled stays in the inbox for five minutes; what a person was told stays for good.
    private static async Task ToldOnceAsync(string database)
    {
        await using var db = NpgsqlDataSource.Create(database);
        await using var twice = db.CreateCommand("""
            select count(*) from (select substring(encode(body, 'escape') from '\{.*\}') from journal.wolverine_incoming_envelopes where message_type like '%RegressionBegan%' group by 1 having count(*) > 1) as twice
            """);
        Assert.Equal(0L, await twice.ExecuteScalarAsync(Ct));
    }

    private static async Task KillAsync(TestHome home)
    {
        var postmaster = ServerProcess.Of(home)!;
        foreach (var child in Process.GetProcessesByName("postgres").Where(process => ParentOf(process.Id) == postmaster.Id))
        {
            try
            {
                child.Kill();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }
        }

        await postmaster.KillAsync();
    }

    private static int ParentOf(int id)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private sealed class Nodes(string database) : IDisposable
    {
        public IReadOnlyList<Node> All { get; } = [new(database), new(database)];

        public void Dispose()
        {
            foreach (var node in All)
                node.Dispose();
        }
    }

    private sealed class People(IReadOnlyList<Writer> all) : IDisposable
    {
        public IReadOnlyList<Writer> All => all;

        public void Dispose()
        {
            foreach (var writer in all)
                writer.Dispose();
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
