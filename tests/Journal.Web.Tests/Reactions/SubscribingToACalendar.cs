using Ical.Net;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Reactions;

/// <summary>A calendar program that fetches what is due.</summary>
public sealed class SubscribingToACalendar(ReactingJournal journal) : IClassFixture<ReactingJournal>
{
    [Fact]
    public async Task Sees_what_is_due_without_words_until_the_person_says_otherwise_and_nothing_by_an_old_address()
    {
        var me = await journal.NewPersonAsync("Europe/Lisbon");
        var due = journal.Time.GetUtcNow().AddDays(3);
        (await me.PostAsync("commands", $$"""{"command":"makeCommitment","title":"Quicksilver","dueAt":"{{due:yyyy-MM-ddTHH:mm:ssZ}}"}""")).Succeeds();
        (await me.SendAsync(HttpMethod.Put, "reminders", """{"time":"18:00"}""")).Succeeds();
        var first = await MakeAsync(me, words: false);
        var plain = await me.With(null).GetAsync(first);
        Assert.Equal(("text/calendar", true), (plain.MediaType, !plain.Text.Contains("Quicksilver", StringComparison.Ordinal)));
        var calendar = Calendar.Load(plain.Text)!;
        Assert.Contains(calendar.Events, one => one.Summary == "A commitment is due" && Math.Abs((one.Start!.AsUtc - due.UtcDateTime).TotalSeconds) < 1);
        Assert.Contains(calendar.Events, one => one.Summary == "Look at the week" && one.Start!.TzId == "Europe/Lisbon" && one.RecurrenceRule is not null);

        var second = await MakeAsync(me, words: true);
        Assert.Contains("Quicksilver", (await me.With(null).GetAsync(second)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await me.With(null).GetAsync(first)).Status);
        (await me.SendAsync(HttpMethod.Delete, "feed", null)).Succeeds();
        Assert.Equal(404, (int)(await me.With(null).GetAsync(second)).Status);
        Assert.Equal(404, (int)(await me.With(null).GetAsync("/feeds/nothing.ics")).Status);
    }

    private static async Task<string> MakeAsync(JournalClient me, bool words) =>
        (await me.SendAsync(HttpMethod.Put, "feed", words ? """{"words":true}""" : "{}")).Succeeds().GetProperty("address").GetString()!;
}
