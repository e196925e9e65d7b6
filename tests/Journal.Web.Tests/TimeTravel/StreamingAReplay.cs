using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.TimeTravel;

/// <summary>A replay as server-sent events, as a browser reads them.</summary>
public sealed class StreamingAReplay(JournalOnASocket journal) : IClassFixture<JournalOnASocket>
{
    [Fact]
    public async Task Shows_every_event_and_ends()
    {
        var me = await WithRecordsAsync();
        var items = await ReadAsync(me, "replay?step=event&report=cycles");
        Assert.Equal((await journal.EventsOfAsync(me)).Select(e => $"{e.Position}"), items.SkipLast(1).Select(item => item.EventId));
        Assert.Equal(["step", "end"], items.Select(item => item.EventType).Distinct());
    }

    [Fact]
    public async Task Goes_on_where_the_connection_was_lost_and_ends_in_the_same_state()
    {
        var me = await WithRecordsAsync();
        var whole = await ReadAsync(me, "replay?step=event");
        foreach (var seen in whole.SkipLast(1))
        {
            var rest = await ReadAsync(me, "replay?step=event", ("Last-Event-ID", seen.EventId!));
            Assert.Equal(whole.SkipWhile(item => item.EventId != seen.EventId).Skip(1).SkipLast(1).Select(item => item.Data), rest.SkipLast(1).Select(item => item.Data));
            Assert.Equal(State(whole[^1]), State(rest[^1]));
            Assert.Equal(State(rest[^1]), State((await ReadAsync(me, $"replay?step=event&after={seen.EventId}"))[^1]));
        }
    }

    [Fact]
    public async Task Stops_when_nobody_listens_any_more()
    {
        var me = await WithRecordsAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(journal.Address, "/api/v1/replay?step=event&clock=true"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", me.Token);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        answer.Dispose();
        Assert.NotEmpty(await ReadAsync(me, "replay"));
    }

    private async Task<JournalClient> WithRecordsAsync()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        for (var day = 1; day <= 8; day++)
        {
            await me.NewAsync($"practices/{practice}/outcomes", $$"""{"kind":"{{(day % 3 == 0 ? "missed" : "finished")}}","occurredAt":"2026-01-0{{day}}"}""");
        }

        return me;
    }

    private static async Task<List<SseItem<string>>> ReadAsync(JournalClient me, string path, params (string Name, string Value)[] headers)
    {
        var answer = await me.GetAsync(path, headers);
        Assert.Equal("text/event-stream", answer.MediaType);
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answer.Text));
        var items = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(text).EnumerateAsync())
        {
            items.Add(item);
        }

        return items;
    }

    private static (string?, string?) State(SseItem<string> end)
    {
        var json = JsonDocument.Parse(end.Data).RootElement;
        return (json.GetProperty("facts").GetString(), json.GetProperty("report").GetString());
    }
}
