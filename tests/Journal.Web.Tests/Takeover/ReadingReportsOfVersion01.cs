using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.Web.Access;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Takeover;

/// <summary>
/// The reports of somebody who kept a journal with version 0.1, with silence chosen as it was read then: what need not change has not. What the choice itself added is left out of
/// the comparison.
/// </summary>
public sealed partial class ReadingReportsOfVersion01(JournalOf01 journal) : IClassFixture<JournalOf01>
{
    public static TheoryData<string> Handles => ["founder", "consultant", "me", "loop"];

    [Theory, MemberData(nameof(Handles))]
    public async Task Every_report_says_what_it_said(string handle)
    {
        var person = (await journal.Served.Get<PeopleRegistry>().ListAsync(TestContext.Current.CancellationToken)).Single(person => person.Handle == handle);
        var client = new JournalClient(journal.Served.Http, person, await journal.Served.IssueAsync(person, Scope.Write));
        var chosen = await ChooseAsync(client);

        // Before the choice was recorded, silence is read as it is now; and after the last day of an imported file no day is missed any more, which version 0.1 counted as misses.
        var questions = RecordedAnswer.All.Where(recorded => recorded.Person == person.Id && recorded.Question.StartsWith("reports/", StringComparison.Ordinal))
            .Where(recorded => handle != "loop" || recorded.Question.Contains("to=2016-03-21", StringComparison.Ordinal))
            .Where(recorded => chosen.Count == 0 || !recorded.Question.Contains("knownAt=", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(questions);
        var differences = new List<string>();
        foreach (var recorded in questions)
        {
            var now = Without(chosen, (await client.GetAsync(recorded.Question)).Succeeds());
            differences.AddRange(recorded.Against(now).Where(difference => !ChangedOnPurpose.Explains(difference)));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.OrderBy(difference => difference.Contains(" differs", StringComparison.Ordinal)).Take(60))}");
    }

    private static async Task<IReadOnlyList<string>> ChooseAsync(JournalClient client)
    {
        var practices = (await client.GetAsync("practices?limit=50")).Succeeds().GetProperty("items");
        foreach (var practice in practices.EnumerateArray().Where(practice => practice.GetProperty("silence").GetString() == "inUse"))
        {
            var at = practice.GetProperty("occurredAt").GetString();
            (await client.PostAsync($"practices/{practice.GetProperty("id").GetGuid()}/silence", $$"""{"silence":"unknown","occurredAt":"{{at}}"}""")).Succeeds();
        }

        return [.. Id().Matches((await client.GetAsync("history?kind=practice_silence_chosen&limit=50")).Text).Select(match => match.Groups[1].Value)];
    }

    private static JsonElement Without(IReadOnlyList<string> events, JsonElement answer)
    {
        var text = Ended().Replace(answer.GetRawText(), "");
        foreach (var id in events)
            text = text.Replace($"\"{id}\",", "", StringComparison.Ordinal).Replace($",\"{id}\"", "", StringComparison.Ordinal).Replace($"\"{id}\"", "", StringComparison.Ordinal);
        return JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex("As of [0-9]+ [A-Z][a-z]+ [0-9]{4}, when the records end: ")]
    private static partial Regex Ended();

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();
}
