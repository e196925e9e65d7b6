using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Web.Access;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Takeover;

/// <summary>Somebody goes on with the journal that they kept with version 0.1. What it said then, it says now.</summary>
public sealed class AskingAJournalOfVersion01(JournalOf01 journal) : IClassFixture<JournalOf01>
{
    public static TheoryData<string> Handles => ["founder", "consultant", "me", "loop"];

    [Theory, MemberData(nameof(Handles))]
    public async Task The_history_holds_what_it_held(string handle) => await SaysTheSameAsync(handle, question => question == "history");

    [Theory, MemberData(nameof(Handles))]
    public async Task Every_list_holds_what_it_held(string handle) =>
        await SaysTheSameAsync(handle, question => question is not ("history" or "token" or "verify") && !question.Contains('/') && !question.Contains(' '));

    [Fact]
    public async Task A_token_still_lets_its_owner_in()
    {
        var recorded = RecordedAnswer.All.Single(recorded => recorded.Question == "token");

        var me = (await (await ClientAsync("me")).With(recorded.Answer.GetProperty("secret").GetString()).GetAsync("me")).Succeeds();

        Assert.Equal(recorded.Person, me.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_request_sent_again_gets_its_first_answer()
    {
        var client = (await ClientAsync("me")).With(RecordedAnswer.All.Single(recorded => recorded.Question == "token").Answer.GetProperty("secret").GetString());
        foreach (var recorded in RecordedAnswer.All.Where(recorded => recorded.Key is not null))
        {
            var again = await client.PostAsync(recorded.Question.Split(' ')[1], recorded.Body, ("Idempotency-Key", recorded.Key!));

            Assert.Empty(recorded.Against(again.Succeeds()));
            Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        }
    }

    private async Task SaysTheSameAsync(string handle, Predicate<string> which)
    {
        var client = await ClientAsync(handle);
        var questions = RecordedAnswer.All.Where(recorded => recorded.Person == client.Person.Id && which(recorded.Question)).ToList();
        Assert.NotEmpty(questions);
        var differences = new List<string>();
        foreach (var recorded in questions)
            differences.AddRange(recorded.Against(await AskAsync(client, recorded)).Where(difference => !ChangedOnPurpose.Explains(difference)));

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(30))}");
    }

    // The answers to lists were put together of all their pages.
    private static async Task<JsonElement> AskAsync(JournalClient client, RecordedAnswer recorded)
    {
        if (recorded.Answer.EnumerateObject().ToList() is not [{ Value.ValueKind: JsonValueKind.Array } list])
            return (await client.GetAsync(recorded.Question)).Succeeds();
        var items = new JsonArray();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.GetAsync($"{recorded.Question}?limit=50{(cursor.Length > 0 ? "&cursor=" : "")}{cursor}")).Succeeds();
            foreach (var item in page.GetProperty(list.Name).EnumerateArray())
                items.Add(JsonNode.Parse(item.GetRawText()));
            cursor = page.GetProperty("next").GetString();
        }

        return JsonDocument.Parse(new JsonObject { [list.Name] = items }.ToJsonString()).RootElement;
    }

    private async Task<JournalClient> ClientAsync(string handle)
    {
        var person = (await journal.Served.Get<PeopleRegistry>().ListAsync(TestContext.Current.CancellationToken)).Single(person => person.Handle == handle);
        return new(journal.Served.Http, person, await journal.Served.IssueAsync(person, Scope.Read));
    }
}
