using System.Net;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Samples;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Operations;

public sealed class SampleJournalsThatComeAndGo(SampleJournalsThatComeAndGo.Offered journal) : IClassFixture<SampleJournalsThatComeAndGo.Offered>
{
    private static readonly (string, string)[] Own = [("Sec-Fetch-Site", "same-origin"), ("Accept", "text/html")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_taken_away_for_good_in_the_settings_and_shown_again()
    {
        var (me, samples, people) = (await journal.NewPersonAsync(), journal.Get<SampleJournals>(), journal.Get<PeopleRegistry>());
        await me.NewAsync("entries", """{"text":"mine"}""");
        await samples.LoadAsync(Ct);
        var founder = await people.FindAsync("founder", Ct);
        Assert.NotEmpty(await EventsAsync(founder!));
        Assert.Contains("Take them away", (await me.GetAsync("/settings", Own)).Text, StringComparison.Ordinal);

        await ChooseAsync(me, "no");
        Assert.Null(await people.FindAsync("founder", Ct));
        while ((await EventsAsync(founder!)).Count > 0)
            await Task.Delay(50, Ct);
        await samples.LoadAsync(Ct);
        Assert.Null(await people.FindAsync("founder", Ct));
        Assert.Single(await journal.EventsOfAsync(me));

        // Somebody of that name is no sample.
        var (namesake, _) = await people.EnsureAsync("consultant", "UTC", Ct);
        await ChooseAsync(me, "yes");
        Assert.NotEmpty(await EventsAsync((await people.FindAsync("founder", Ct))!));
        Assert.Empty(await EventsAsync(namesake!));
        await ChooseAsync(me, "no");
        Assert.Equal(namesake!.Id, (await people.FindAsync("consultant", Ct))?.Id);
    }

    private static async Task ChooseAsync(JournalClient me, string show)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["show"] = show });
        Assert.Equal(HttpStatusCode.SeeOther, (await me.SendContentAsync(HttpMethod.Post, "/settings/samples", form, Own)).Status);
    }

    private Task<List<RecordedEvent>> EventsAsync(Person person) => journal.Get<PersonEvents>().ReadAsync(person.Id.ToString("D"), null, Ct);

    public sealed class Offered : ServedJournal
    {
        public Offered(TestPostgres postgres)
            : base(postgres) => Options = new() { Samples = Path.Combine(AppContext.BaseDirectory, "seeds") };
    }
}
