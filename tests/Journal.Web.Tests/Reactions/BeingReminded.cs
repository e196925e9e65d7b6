using System.Text.Json;
using Journal.Recording;
using Journal.Web.Reactions;
using Journal.Web.Tests.Http;
using Marten;
using Microsoft.Extensions.Logging;

namespace Journal.Web.Tests.Reactions;

/// <summary>Reminders and what comes due, on a clock that is moved on, with several nodes at it at once.</summary>
public sealed class BeingReminded(ReactingJournal journal) : IClassFixture<ReactingJournal>
{
    [Fact]
    public async Task Of_a_practice_happens_once_a_day_and_not_when_it_is_done()
    {
        var me = await journal.NewPersonAsync("UTC");
        var practice = await me.NewAsync("practices", """{"title":"Write","times":1,"days":1}""");
        await RemindAsync(me, practice, TimeSpan.FromHours(1));
        await journal.MoveAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(await KindsAsync(me));
        await journal.MoveAsync(TimeSpan.FromMinutes(2));
        await journal.MoveAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["practiceDue"], await KindsAsync(me));

        await journal.MoveAsync(TimeSpan.FromHours(22));
        (await me.PostAsync($"practices/{practice}/outcomes", $$"""{"kind":"done","occurredAt":"{{journal.Time.GetUtcNow().AddMinutes(-1):yyyy-MM-ddTHH:mm:ssZ}}"}""")).Succeeds();
        await journal.MoveAsync(TimeSpan.FromHours(2));
        Assert.Equal(["practiceDue"], await KindsAsync(me));
    }

    [Fact]
    public async Task Can_be_put_off_and_comes_once_more()
    {
        var me = await journal.NewPersonAsync("UTC");
        await RemindAsync(me, null, TimeSpan.FromMinutes(1));
        await journal.MoveAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["reviewDue"], await KindsAsync(me));
        (await me.PostAsync($"reminders/{me.Person.Id}/snooze", """{"minutes":30}""")).Succeeds();
        await journal.MoveAsync(TimeSpan.FromMinutes(29));
        Assert.Single(await KindsAsync(me));
        await journal.MoveAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["reviewDue", "reviewDue"], await KindsAsync(me));
        (await me.PostAsync($"reminders/{Guid.NewGuid()}/snooze", "{}")).IsRefused(404, "reminder.unknown");
        (await me.PostAsync($"reminders/{me.Person.Id}/snooze", """{"minutes":0}""")).IsRefused(422, "minutes.range");
    }

    [Fact]
    public async Task Moves_with_the_person_from_Lisbon_to_Tokyo()
    {
        var me = await journal.NewPersonAsync("Europe/Lisbon");
        (await me.SendAsync(HttpMethod.Put, "reminders", """{"time":"07:30","days":["mon","tue","wed","thu","fri","sat","sun"]}""")).Succeeds();
        Assert.Equal("07:30", await LocalAsync(me, "Europe/Lisbon"));
        (await me.PatchAsync("me", """{"zone":"Asia/Tokyo"}""")).Succeeds();
        await journal.MoveAsync(TimeSpan.Zero);
        Assert.Equal("07:30", await LocalAsync(me, "Asia/Tokyo"));
    }

    [Fact]
    public async Task Late_by_more_than_half_a_day_does_not_happen()
    {
        var me = await journal.NewPersonAsync("UTC");
        await RemindAsync(me, null, TimeSpan.FromMinutes(5));
        journal.Time.Move(TimeSpan.FromHours(13));
        await journal.MoveAsync(TimeSpan.Zero);
        Assert.Empty(await KindsAsync(me));
        Assert.NotEqual(JsonValueKind.Null, (await ListAsync(me))[0].GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Waits_for_the_end_of_the_quiet_hours()
    {
        var me = await journal.NewPersonAsync("UTC");
        await journal.WakeAsync();
        var now = journal.Time.GetUtcNow();
        (await me.SendAsync(HttpMethod.Put, "reminders/quiet", $$"""{"from":"{{now.AddMinutes(1):HH:mm}}","until":"{{now.AddHours(2):HH:mm}}"}""")).Succeeds();
        (await me.SendAsync(HttpMethod.Put, "reminders", $$"""{"time":"{{now.AddMinutes(30):HH:mm}}","days":["mon","tue","wed","thu","fri","sat","sun"]}""")).Succeeds();
        await journal.MoveAsync(TimeSpan.FromMinutes(45));
        Assert.Empty(await KindsAsync(me));
        await journal.MoveAsync(TimeSpan.FromMinutes(80));
        Assert.Equal(["reviewDue"], await KindsAsync(me));
        (await me.SendAsync(HttpMethod.Put, "reminders/quiet", """{"from":"25:00","until":"07:00"}""")).IsRefused(422, "from.invalid");
        Assert.Equal(JsonValueKind.Null, (await me.SendAsync(HttpMethod.Put, "reminders/quiet", "{}")).Succeeds().GetProperty("quiet").ValueKind);
    }

    [Fact]
    public async Task Of_a_prediction_and_a_commitment_happens_when_they_come_due_and_are_open()
    {
        var me = await journal.NewPersonAsync("UTC");
        var belief = await me.NewBeliefAsync();
        var due = journal.Time.GetUtcNow().AddHours(3).ToString("yyyy-MM-ddTHH:mm:ssZ", null);
        (await me.PostAsync("commands", $$"""{"command":"predictFromBelief","id":"{{belief}}","text":"t","dueAt":"{{due}}"}""")).Succeeds();
        (await me.PostAsync("commands", $$"""{"command":"makeCommitment","title":"Ship","dueAt":"{{due}}"}""")).Succeeds();
        var done = (await me.PostAsync("commands", $$"""{"command":"makeCommitment","title":"Done by then","dueAt":"{{due}}"}""")).Succeeds().GetProperty("id").GetGuid();
        (await me.PostAsync("commands", $$"""{"command":"finishCommitment","id":"{{done}}"}""")).Succeeds();
        await journal.Get<Journal.Web.Operations.Projections>().CatchUpAsync(Ct);
        await journal.MoveAsync(TimeSpan.FromHours(4));
        Assert.Equal(["commitmentDue", "predictionDue"], (await KindsAsync(me)).Order(StringComparer.Ordinal));
        await journal.Get<Journal.Web.Operations.Projections>().RebuildAsync(ReactionsProjection.ProjectionName, Ct);
        await journal.MoveAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await KindsAsync(me)).Count);
    }

    [Fact]
    public async Task A_regression_is_told_once_and_read_by_the_person_alone()
    {
        var (me, other) = (await journal.NewPersonAsync("UTC"), await journal.NewPersonAsync("UTC"));
        var practice = await me.NewPracticeAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => NoticeHandler.Handle(new Journal.Web.ReadModels.RegressionBegan(me.Person.Id, practice, new(2026, 1, 5)), journal.Get<Notices>(), journal.Get<ILogger<Journal.Web.ReadModels.RegressionBegan>>(), Ct).ContinueWith(_ => { }, TaskScheduler.Default)));
        var told = (await me.GetAsync("notices")).Succeeds();
        var notice = Assert.Single(told.GetProperty("notices").EnumerateArray());
        Assert.Equal(("“Write” has fallen back after progress since 2026-01-05.", 1), (notice.GetProperty("text").GetString(), told.GetProperty("unread").GetInt32()));
        Assert.Empty(await KindsAsync(other));
        var id = notice.GetProperty("id").GetGuid();
        (await other.PostAsync("notices/read", $$"""{"notice":"{{id}}"}""")).IsRefused(404, "notice.unknown");
        (await me.PostAsync("notices/read", "{}")).Succeeds();
        Assert.Equal(0, (await me.GetAsync("notices?unread=true")).Succeeds().GetProperty("unread").GetInt32());
        Assert.Single(await KindsAsync(me));
    }

    [Theory]
    [InlineData("""{"time":"7.30"}""", "time.invalid")]
    [InlineData("""{"time":"24:00"}""", "time.invalid")]
    [InlineData("""{"days":["mon"]}""", "time.missing")]
    [InlineData("""{"time":"07:30","days":["someday"]}""", "days.invalid")]
    public async Task At_no_time_is_refused(string body, string code) =>
        (await (await journal.NewPersonAsync()).SendAsync(HttpMethod.Put, "reminders", body)).IsRefused(422, code);

    [Fact]
    public async Task Of_anothers_practice_is_refused()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        (await me.SendAsync(HttpMethod.Put, "reminders", $$"""{"time":"07:30","practiceId":"{{await other.NewPracticeAsync()}}"}""")).IsRefused(404, "practice.unknown");
    }

    private async Task RemindAsync(JournalClient me, Guid? practice, TimeSpan later)
    {
        await journal.WakeAsync();
        var at = journal.Time.GetUtcNow() + later;
        var of = practice is { } id ? $"\"practiceId\":\"{id}\"," : "";
        (await me.SendAsync(HttpMethod.Put, "reminders", $$"""{{{of}}"time":"{{at:HH:mm}}","days":["mon","tue","wed","thu","fri","sat","sun"]}""")).Succeeds();
        var alarm = await AlarmAsync(me, practice ?? me.Person.Id);
        await using var session = journal.Get<IDocumentStore>().LightweightSession(Author.TenantOf(me.Person.Id));
        session.Store(alarm with { Due = at.ToUnixTimeMilliseconds(), Day = DateOnly.FromDateTime(at.UtcDateTime) });
        await session.SaveChangesAsync(Ct);
    }

    private async Task<Alarm> AlarmAsync(JournalClient me, Guid id)
    {
        await using var session = journal.Get<IDocumentStore>().QuerySession(Author.TenantOf(me.Person.Id));
        return (await session.LoadAsync<Alarm>(id, Ct))!;
    }

    private static async Task<IReadOnlyList<string?>> KindsAsync(JournalClient me) =>
        [.. (await me.GetAsync("notices")).Succeeds().GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString())];

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(JournalClient me) => [.. (await me.GetAsync("reminders")).Succeeds().GetProperty("reminders").EnumerateArray()];

    private static async Task<string> LocalAsync(JournalClient me, string zone) =>
        TimeZoneInfo.ConvertTime((await ListAsync(me))[0].GetProperty("next").GetDateTimeOffset(), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("HH:mm", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
