using Journal.Web.Operations;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Operations;

public sealed class AServerThatIsAskedHowItIs(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_how_far_behind_its_projections_are_and_that_another_build_has_changed_the_tables()
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", """{"text":"one"}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        var ready = (await me.With(null).GetAsync("/health/ready")).Succeeds();
        Assert.Equal(("ready", 0, false), (ready.GetProperty("status").GetString(), ready.GetProperty("behind").GetInt64(), ready.TryGetProperty("warnings", out _)));

        await using (var other = journal.Database.DataSource.CreateCommand("comment on schema journal is 'journal of another build'"))
            await other.ExecuteNonQueryAsync(Ct);
        var degraded = (await me.GetAsync("/health/ready")).Succeeds();
        Assert.Equal(("degraded", "schema.other"), (degraded.GetProperty("status").GetString(), degraded.GetProperty("warnings")[0].GetString()));
        await me.NewAsync("entries", """{"text":"everything works"}""");
    }
}
