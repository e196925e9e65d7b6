using System.Diagnostics;
using System.Text.Json;
using Journal.Web.Operations;
using Journal.Web.ReadModels;
using Journal.Web.Tests.Http;
using Marten;

namespace Journal.Web.Tests.Store;

/// <summary>Another application on Marten and Wolverine, which knows the journal by its packages and its domain alone, works on the same database.</summary>
public sealed class BesideAnotherMartenHost(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Both_append_aggregate_and_go_on()
    {
        var me = await journal.NewPersonAsync();
        var belief = await me.NewBeliefAsync();
        var seen = await RunAsync(me.Person.Id, belief, "0.35");
        Assert.Equal((2, true, 2), (seen.GetProperty("Version").GetInt32(), seen.GetProperty("Aggregated").GetBoolean(), seen.GetProperty("Events").GetInt32()));

        var events = (await me.GetAsync("history")).Succeeds().GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["belief_stated", "belief_rated"], events.Select(e => e.GetProperty("type").GetString()));
        Assert.Contains(0.35, (await me.GetAsync("beliefs")).Succeeds().GetProperty("items")[0].GetProperty("ratings").EnumerateArray().Select(rating => rating.GetProperty("strength").GetDouble()));
        (await me.PostAsync($"beliefs/{belief}/ratings", """{"strength":0.2}""")).Succeeds();
        await journal.Get<Projections>().CatchUpAsync(Ct);
        await using var session = journal.Get<IDocumentStore>().QuerySession(me.Person.Id.ToString("D"));
        Assert.Equal((await me.GetAsync("history")).Json.GetProperty("events")[2].GetProperty("position").GetInt64(), (await session.LoadAsync<AlignmentHistory>(me.Person.Id.ToString("D"), Ct))!.Position);
    }

    [Fact]
    public async Task What_the_journal_has_of_its_own_stays()
    {
        var me = await journal.NewPersonAsync();
        var before = await OwnAsync();
        await RunAsync(me.Person.Id, await me.NewBeliefAsync(), "0.5");
        Assert.Equal(3, before.Count);
        Assert.Equal(before, await OwnAsync());
    }

    private async Task<List<string>> OwnAsync()
    {
        await using var command = journal.Database.DataSource.CreateCommand("""
            select indexname::text from pg_indexes where schemaname = 'journal' and indexname in ('mt_events_tenant_seq', 'mt_events_tenant_id')
            union all select tgname::text from pg_trigger where tgname = 'mt_events_dotnet_type' order by 1
            """);
        await using var row = await command.ExecuteReaderAsync(Ct);
        var found = new List<string>();
        while (await row.ReadAsync(Ct))
            found.Add(row.GetString(0));
        return found;
    }

    private async Task<JsonElement> RunAsync(Guid person, Guid belief, string strength)
    {
        var host = Path.Combine(AppContext.BaseDirectory.Replace("Journal.Web.Tests", "Journal.SampleHost", StringComparison.Ordinal), "Journal.SampleHost.dll");
        var call = new ProcessStartInfo("dotnet", ["exec", host, journal.Database.ConnectionString, $"{person}", $"{belief}", strength]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(call)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 0, await wrong + await said);
        return JsonDocument.Parse((await said).Trim().Split('\n')[^1]).RootElement;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
