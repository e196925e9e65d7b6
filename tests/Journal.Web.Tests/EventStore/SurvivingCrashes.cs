using System.Collections.Concurrent;
using System.Diagnostics;
using Journal.EventStore;
using Journal.EventStore.Operations;
using Journal.Postgres;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.EventStore;

/// <summary>A durable server of its own, killed whole, under eight writers.</summary>
public sealed class SurvivingCrashes(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_the_server_each_acknowledged_event_is_there_once()
    {
        var (acknowledged, store, server) = await CrashAsync("", LongRun.Rounds);
        await using (server)
        {
            var recorded = (await store.ReadTenantAsync("ann", null, Ct)).Select(e => e.Id).ToList();
            Assert.Equal(recorded.Count, recorded.Distinct().Count());
            Assert.Empty(acknowledged.Except(recorded));
            Assert.Empty(recorded.Except(acknowledged));
            Assert.Empty(await new StoreOperations(store).VerifyAsync(Ct));
        }
    }

    [Fact]
    public async Task Without_durable_commits_events_are_lost_and_this_test_would_see_it()
    {
        LongRun.Only();
        var (acknowledged, store, server) = await CrashAsync(";Options=-c synchronous_commit=off", LongRun.Rounds);
        await using (server)
            Assert.NotEmpty(acknowledged.Except((await store.ReadTenantAsync("ann", null, Ct)).Select(e => e.Id)));
    }

    [Fact]
    public async Task Of_a_writer_what_it_was_told_is_there_and_its_last_command_can_be_repeated()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var (told, random) = (new HashSet<Guid>(), new Random(17));
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            using var worker = await WorkerProcess.StartAsync("append", parcels.Database.ConnectionString, $"{round}");
            await Task.Delay(random.Next(200), Ct);
            var words = (await worker.KillAsync()).Select(line => line.Split(' ')).ToList();
            told.UnionWith(words.Where(word => word[0] == "ack").Select(word => Guid.Parse(word[2])));
            if (words.Count > 0 && words[^1] is ["try", var stream, var id] && told.Add(Guid.Parse(id)))
                await parcels.AppendAsync(Guid.Parse(stream), ExpectedVersion.Any, Parcels.Moved(id) with { Id = Guid.Parse(id) });
        }
        var recorded = (await parcels.Store.ReadTenantAsync("ann", null, Ct)).Select(e => e.Id).ToList();
        Assert.Equal(told.Order(), recorded.Order());
        Assert.Empty(await new StoreOperations(parcels.Store).VerifyAsync(Ct));
    }

    [Fact]
    public async Task Of_a_projections_owner_the_next_takes_over_and_the_rows_are_those_of_a_rebuild()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var random = new Random(23);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writing = Task.Run(() => WriteUntilAsync(parcels, stop.Token), Ct);
        var workers = new List<WorkerProcess>();
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            workers.Add(await WorkerProcess.StartAsync("follow", parcels.Database.ConnectionString));
            if (workers.Count < 3)
                continue;
            await Task.Delay(random.Next(150), Ct);
            var victim = workers[random.Next(workers.Count)];
            await victim.KillAsync();
            workers.Remove(victim);
        }
        await stop.CancelAsync();
        await writing;
        var head = await parcels.AskAsync<long>("select max(seq_id) from journal.mt_events");
        var progress = await Eventually.ReachesAsync(
            () => parcels.AskAsync<long>("select last_seq_id from journal.mt_event_progression where name = 'ParcelTraces:All'"), head);
        foreach (var worker in workers)
        {
            await worker.KillAsync();
            worker.Dispose();
        }
        Assert.True(progress >= head, $"The last owner stands at {progress} of {head}.");
        var live = await parcels.Store.HashDocumentsAsync(new ParcelTraces(), "ann", Ct);
        await new Journal.EventStore.Rebuilding.ProjectionRebuilder(parcels.Store).RebuildAsync([new ParcelTraces()], null, Ct);
        Assert.Equal(live, await parcels.Store.HashDocumentsAsync(new ParcelTraces(), "ann", Ct));
    }

    private static async Task WriteUntilAsync(ParcelStore parcels, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
            await parcels.AppendAsync(new Guid(n % 30 + 1, 0, 0, new byte[8]), ExpectedVersion.Any, Parcels.Moved($"{n}"));
    }

    /// <summary>Eight writers, each repeating what is in doubt, while the server is killed whole again and again.</summary>
    private static async Task<(ConcurrentBag<Guid> Acknowledged, PostgresEventStore Store, IAsyncDisposable Server)> CrashAsync(string settings, int rounds)
    {
        var server = await CrashingServer.StartAsync();
        var db = NpgsqlDataSource.Create(server.ConnectionString + settings);
        var store = new PostgresEventStore(db, Parcels.Catalog, new() { InDoubtPatience = TimeSpan.FromMinutes(1) });
        await store.MigrateAsync(Ct);
        var acknowledged = new ConcurrentBag<Guid>();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(() => AppendUntilAsync(store, writer, acknowledged, stop.Token), Ct)).ToList();
        var random = new Random(41);
        for (var round = 0; round < rounds; round++)
        {
            await Task.Delay(random.Next(30, 250), Ct);
            await server.CrashAsync();
        }
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        return (acknowledged, store, server);
    }

    private static async Task AppendUntilAsync(PostgresEventStore store, int writer, ConcurrentBag<Guid> acknowledged, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            // Every other one with an id of the writer's own, which is looked for; the rest with the store's.
            var e = n % 2 == 0 ? Parcels.Moved($"{n}") : Parcels.Moved($"{n}") with { Id = Guid.CreateVersion7() };
            await store.AppendAsync(new StreamAppend("ann", new Guid(writer / 2 + 1, 0, 0, new byte[8]), ExpectedVersion.Any, [e]), CancellationToken.None);
            acknowledged.Add(e.Id);
        }
    }

    private sealed class CrashingServer(TestHome home, PostgresCluster first) : IAsyncDisposable
    {
        private readonly List<PostgresCluster> starts = [first];

        public string ConnectionString => first.ConnectionString;

        public static async Task<CrashingServer> StartAsync()
        {
            var home = new TestHome();
            return new(home, await Cluster.JoinAsync(home, durable: true));
        }

        /// <summary>kill -9 of every process of the server at once, and a new start.</summary>
        public async Task CrashAsync()
        {
            var postmaster = ServerProcess.Of(home)!;
            foreach (var child in Process.GetProcessesByName("postgres").Where(process => ParentOf(process.Id) == postmaster.Id))
                Kill(child);
            await postmaster.KillAsync();
            starts.Add(await Cluster.JoinAsync(home, durable: true));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var start in starts)
                await start.DisposeAsync();
            home.Dispose();
        }

        private static void Kill(Process process)
        {
            try { process.Kill(); }
            catch (InvalidOperationException) { /* It has ended by itself. */ }
        }

        private static int ParentOf(int id)
        {
            try { return int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture); }
            catch (IOException) { return 0; }
        }
    }
}
