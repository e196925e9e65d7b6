using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class RepeatingAnAppend(TestPostgres postgres)
{
    private static readonly Guid Parcel = Guid.CreateVersion7();

    public static TheoryData<long?> Expectations => new((long?)null, 0, 1);

    [Theory]
    [MemberData(nameof(Expectations))]
    public async Task With_the_same_ids_gives_the_first_answer(long? expected)
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        if (expected is 1)
            await parcels.AppendAsync(Parcel, ExpectedVersion.None, Parcels.Posted());
        var sent = Sent(Parcels.Posted(), Parcels.Moved());
        var first = await parcels.AppendAsync(Parcel, Expected(expected), sent);
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, Parcels.Moved("further"));
        var again = await parcels.AppendAsync(Parcel, Expected(expected), sent);
        Assert.Equal(first with { Repeated = true }, again);
    }

    [Fact]
    public async Task With_a_fresh_expected_version_still_gives_the_first_answer()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var sent = Sent(Parcels.Posted());
        var first = await parcels.AppendAsync(Parcel, ExpectedVersion.None, sent);
        Assert.Equal(first with { Repeated = true }, await parcels.AppendAsync(Parcel, ExpectedVersion.Exactly(1), sent));
        Assert.Single(await parcels.ReadAsync(Parcel));
    }

    [Fact]
    public async Task With_other_content_is_refused()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var sent = Sent(Parcels.Posted("Porto"))[0];
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, sent);
        var other = sent with { Data = new ParcelPosted("Faro", 100) };
        foreach (var expected in new[] { ExpectedVersion.Any, ExpectedVersion.None, ExpectedVersion.Exactly(1) })
            Assert.Equal(sent.Id, (await Assert.ThrowsAsync<EventConflictException>(() => parcels.AppendAsync(Parcel, expected, other))).EventId);
        Assert.Single(await parcels.ReadAsync(Parcel));
    }

    [Fact]
    public async Task With_one_event_more_is_refused()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var sent = Sent(Parcels.Posted(), Parcels.Moved());
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, sent[0]);
        await Assert.ThrowsAsync<EventConflictException>(() => parcels.AppendAsync(Parcel, ExpectedVersion.Any, sent));
        Assert.Single(await parcels.ReadAsync(Parcel));
    }

    [Fact]
    public async Task To_several_streams_gives_all_the_first_answers()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        StreamAppend[] sent = [.. Enumerable.Range(0, 3).Select(_ => new StreamAppend(parcels.Ann, Guid.NewGuid(), ExpectedVersion.Any, Sent(Parcels.Posted())))];
        var first = await parcels.Store.AppendAsync(sent, TestContext.Current.CancellationToken);
        var again = await parcels.Store.AppendAsync(sent, TestContext.Current.CancellationToken);
        Assert.Equal(first.Select(answer => answer with { Repeated = true }), again);
        Assert.Equal(sent.Select(append => append.Stream), first.Select(answer => answer.Stream));
    }

    [Fact]
    public async Task At_the_same_time_from_eight_writers_records_it_once()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        for (var round = 0; round < 10; round++)
        {
            var (stream, sent) = (Guid.CreateVersion7(), Sent(Parcels.Posted(), Parcels.Moved()));
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => parcels.AppendAsync(stream, ExpectedVersion.Any, sent)));
            Assert.Single(answers, answer => !answer.Repeated);
            Assert.Equal(2, (await parcels.ReadAsync(stream)).Count);
        }
    }

    private static ExpectedVersion Expected(long? version) => version is { } exact ? ExpectedVersion.Exactly(exact) : ExpectedVersion.Any;

    private static NewEvent[] Sent(params NewEvent[] events) => [.. events.Select(e => e with { Id = Guid.CreateVersion7() })];
}
