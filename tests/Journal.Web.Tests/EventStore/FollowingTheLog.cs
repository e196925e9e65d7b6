using Journal.EventStore;
using Journal.EventStore.Following;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.EventStore;

public sealed class FollowingTheLog(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_whose_writer_is_alive_is_not_passed()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var slow = await HeldDrawAsync(parcels);
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        Assert.Equal([1L], await PositionsAsync(follower));
        Assert.Empty(await PositionsAsync(follower));

        await slow.InsertAsync();
        await slow.Transaction.CommitAsync(Ct);
        Assert.Equal([2L, 3L], await PositionsAsync(follower));
    }

    [Fact]
    public async Task A_number_that_was_rolled_back_is_passed_at_the_next_look()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await using var slow = await HeldDrawAsync(parcels);
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        Assert.Empty(await PositionsAsync(follower));
        await slow.Transaction.RollbackAsync(Ct);
        Assert.Equal([2L], await PositionsAsync(follower));
    }

    [Fact]
    public async Task A_draw_undone_by_a_savepoint_is_waited_for_to_the_end_of_its_transaction()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await using var slow = await HeldDrawAsync(parcels, "savepoint s; select nextval('journal.mt_events_sequence'); rollback to s");
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        Assert.Empty(await PositionsAsync(follower));
        await slow.Transaction.RollbackAsync(Ct);
        Assert.Single(await PositionsAsync(follower));
    }

    [Fact]
    public async Task A_long_transaction_that_drew_nothing_holds_nobody_up()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await using var other = await parcels.Db.OpenConnectionAsync(Ct);
        await using var transaction = await other.BeginTransactionAsync(Ct);
        await using (var write = new NpgsqlCommand("create table elsewhere (); select count(*) from journal.mt_events", other))
            await write.ExecuteNonQueryAsync(Ct);
        await using (var burnt = await HeldDrawAsync(parcels))
            await burnt.Transaction.RollbackAsync(Ct);
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        Assert.Equal([2L], await PositionsAsync(follower));
    }

    [Fact]
    public async Task A_writer_killed_with_a_number_in_hand_holds_nobody_up()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        using var worker = await WorkerProcess.StartAsync("draw", parcels.Database.ConnectionString);
        Assert.Equal("drew 1", await worker.NextWordsAsync());
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        Assert.Empty(await PositionsAsync(follower));
        await worker.KillAsync();
        Assert.Equal([2L], await Eventually.SeesAsync(() => PositionsAsync(follower), positions => positions.Count > 0));
    }

    [Fact]
    public async Task A_prepared_transaction_is_waited_for_under_its_new_name()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await using var slow = await HeldDrawAsync(parcels);
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        Assert.Empty(await PositionsAsync(follower));
        await slow.InsertAsync();
        await slow.ExecuteAsync("prepare transaction 'late'");
        Assert.Empty(await PositionsAsync(follower));
        await parcels.ExecuteAsync("commit prepared 'late'");
        Assert.Equal([1L, 2L], await PositionsAsync(follower));
    }

    [Fact]
    public async Task Among_commits_and_rollbacks_in_any_order_a_reader_sees_what_was_committed()
    {
        const int seed = 20260301;
        await using var parcels = await ParcelStore.NewAsync(postgres);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var readers = Enumerable.Range(0, 2).Select(_ => ReadUntilAsync(parcels, stop.Token)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteAsync(parcels, new Random(seed + writer), LongRun.IsOn ? 1250 : 60)));
        await stop.CancelAsync();

        var committed = await CommittedAsync(parcels);
        foreach (var seen in await Task.WhenAll(readers))
            Assert.Equal(committed, seen);
    }

    [Fact]
    public async Task A_sequence_put_back_is_noticed()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted(), Parcels.Moved());
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        await PositionsAsync(follower);
        await parcels.ExecuteAsync("select setval('journal.mt_events_sequence', 1)");
        await Assert.ThrowsAsync<LogRewoundException>(() => PositionsAsync(follower));
    }

    private static async Task<List<long>> PositionsAsync(LogFollower follower) => [.. (await follower.NextAsync(1000, null, Ct)).Select(e => e.Position)];

    private static async Task<HeldDraw> HeldDrawAsync(ParcelStore parcels, string draw = "select nextval('journal.mt_events_sequence')")
    {
        var held = new HeldDraw(await parcels.Db.OpenConnectionAsync(Ct));
        await held.BeginAsync(draw);
        return held;
    }

    // Foreign writers: draw one or two numbers, dawdle, insert some or none, commit or roll back.
    private static async Task WriteAsync(ParcelStore parcels, Random random, int rounds)
    {
        for (var n = 0; n < rounds; n++)
        {
            await using var draw = await HeldDrawAsync(parcels);
            await Task.Delay(random.Next(4), Ct);
            if (random.Next(4) > 0)
                await draw.InsertAsync();
            await Task.Delay(random.Next(4), Ct);
            await (random.Next(4) > 0 ? draw.Transaction.CommitAsync(Ct) : draw.Transaction.RollbackAsync(Ct));
        }
    }

    private static async Task<List<long>> ReadUntilAsync(ParcelStore parcels, CancellationToken stop)
    {
        await using var follower = await LogFollower.OpenAsync(parcels.Store, 0, Ct);
        var seen = new List<long>();
        while (true)
        {
            var isLast = stop.IsCancellationRequested;
            seen.AddRange(await PositionsAsync(follower));
            if (isLast)
                return seen;
        }
    }

    private static async Task<List<long>> CommittedAsync(ParcelStore parcels)
    {
        await using var command = parcels.Db.CreateCommand("select array_agg(seq_id order by seq_id) from journal.mt_events");
        return [.. (long[])(await command.ExecuteScalarAsync(Ct))!];
    }

    /// <summary>A transaction that has drawn a number and written nothing yet.</summary>
    private sealed class HeldDraw(NpgsqlConnection connection) : IAsyncDisposable
    {
        private long number;

        public NpgsqlTransaction Transaction { get; private set; } = null!;

        public async Task BeginAsync(string draw)
        {
            Transaction = await connection.BeginTransactionAsync(Ct);
            await ExecuteAsync(draw);
            await using var last = new NpgsqlCommand("select currval('journal.mt_events_sequence')", connection);
            number = (long)(await last.ExecuteScalarAsync(Ct))!;
        }

        public Task InsertAsync() => ExecuteAsync($"""
            insert into journal.mt_streams (tenant_id, id, version) values ('foreign', '{new Guid((int)number, 0, 0, new byte[8])}', 1);
            insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values ({number}, gen_random_uuid(), '{new Guid((int)number, 0, 0, new byte[8])}', 1, '{"{\"Reason\": \"x\"}"}', 'parcel_lost', now(), 'foreign')
            """);

        public async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Ct);
        }

        public async ValueTask DisposeAsync() => await connection.DisposeAsync();
    }
}
