using System.Text.Json;
using Journal.Recording;
using Journal.Web.Reactions;
using Journal.Web.Sharing;
using Marten;

namespace Journal.Web.Tests.Http;

/// <summary>Seven lines, five of them of the very same moment, asked for two at a time.</summary>
public sealed class PagesOfTheSameMoment(ServedJournal journal) : IClassFixture<ServedJournal>
{
    // To the tick: a database rounds to the microsecond.
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567);
    private static readonly DateTimeOffset[] Moments = [Moment.AddMinutes(1), Moment, Moment, Moment, Moment, Moment, Moment.AddMinutes(-1)];

    [Fact]
    public async Task Of_notices_show_each_once_and_the_newest_first()
    {
        var me = await journal.NewPersonAsync();
        NoticeRecord[] notices = [.. Moments.Select((at, i) => new NoticeRecord(Guid.NewGuid(), me.Person.Id, NoticeKind.ReviewDue, null, new DateOnly(2026, 3, i + 1), at, null))];
        await StoreAsync(me, notices);
        Assert.Equal(Newest(notices.Select(one => (one.At, one.Id))), await PagesAsync(me, "notices"));
    }

    [Fact]
    public async Task Of_comments_show_each_once_and_the_newest_first()
    {
        var (me, coach) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        Comment[] comments = [.. Moments.Select((at, i) => new Comment(Guid.NewGuid(), coach.Person.Id, Guid.NewGuid(), null, null, "cycles", $"number {i}", at))];
        await StoreAsync(me, comments);
        Assert.Equal(Newest(comments.Select(one => (one.At, one.Id))), await PagesAsync(me, "comments"));
    }

    [Fact]
    public async Task Begin_before_a_moment_where_one_is_asked_for()
    {
        var me = await journal.NewPersonAsync();
        NoticeRecord[] notices = [.. Moments.Select(at => new NoticeRecord(Guid.NewGuid(), me.Person.Id, NoticeKind.ReviewDue, null, null, at, null))];
        await StoreAsync(me, notices);
        var before = await me.GetAsync("notices?before=2026-03-01T08:00:00Z");
        Assert.Equal([notices[^1].Id], before.Succeeds().GetProperty("notices").EnumerateArray().Select(Id));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-03-01T08:00:00Z_7")]
    public async Task Behind_what_is_no_place_are_refused(string before)
    {
        var me = await journal.NewPersonAsync();
        (await me.GetAsync($"comments?before={before}")).IsRefused(422, "before.type");
    }

    private async Task StoreAsync<T>(JournalClient me, T[] documents)
        where T : notnull
    {
        await using var session = journal.Get<IDocumentStore>().LightweightSession(Author.TenantOf(me.Person.Id));
        session.Store(documents);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<Guid>> PagesAsync(JournalClient me, string list)
    {
        var (ids, before) = (new List<Guid>(), "");
        do
        {
            var page = (await me.GetAsync($"{list}?limit=2{before}")).Succeeds();
            ids.AddRange(page.GetProperty(list).EnumerateArray().Select(Id));
            before = page.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String ? $"&before={next}" : "";
        }
        while (before.Length > 0 && ids.Count < 100);
        return ids;
    }

    private static Guid Id(JsonElement line) => line.GetProperty("id").GetGuid();

    // As PostgreSQL orders ids: byte by byte as they are written.
    private static IEnumerable<Guid> Newest(IEnumerable<(DateTimeOffset At, Guid Id)> lines) =>
        lines.OrderByDescending(line => line.At).ThenByDescending(line => $"{line.Id:N}", StringComparer.Ordinal).Select(line => line.Id);
}
