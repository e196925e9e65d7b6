using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Marten;

namespace Journal.Web.Reactions.Feeds;

/// <summary>What is due, as a calendar that other programs fetch.</summary>
internal sealed class CalendarFeeds(IDocumentStore store, FactsReader facts, TimeProvider clock)
{
    public const string Lead = "/feeds/";
    public const string End = ".ics";

    private const int SecretDigits = 48;

    /// <summary>Since when there is a feed, and whether with words; null when there is none.</summary>
    public async Task<Feed?> FindAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        return await session.LoadAsync<Feed>(person, ct);
    }

    /// <summary>Makes one; the address of the one before leads nowhere from here on.</summary>
    /// <returns>Its address on this server.</returns>
    public async Task<string> MakeAsync(Guid person, bool words, AuditSource from, CancellationToken ct)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretDigits / 2));
        await using var session = store.LightweightSession(Author.TenantOf(person));
        session.Store(new Feed(person, Hash(secret), words, clock.GetUtcNow()));
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.FeedMade, null, from);
        await session.SaveChangesAsync(ct);
        return $"{Lead}{person:N}{secret}{End}";
    }

    public async Task RevokeAsync(Guid person, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Feed>(person, ct) is null)
            return;
        session.Delete<Feed>(person);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.FeedEnded, null, from);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The calendar behind an address; null where it leads nowhere.</summary>
    public async Task<string?> ReadAsync(string secret, CancellationToken ct)
    {
        if (secret.Length != 32 + SecretDigits || !Guid.TryParseExact(secret[..32], "N", out var id))
            return null;
        await using var session = store.QuerySession(Author.TenantOf(id));
        if (await session.LoadAsync<Feed>(id, ct) is not { } feed || !CryptographicOperations.FixedTimeEquals(feed.Hash, Hash(secret[32..])) || await session.LoadAsync<Person>(id, ct) is not { } person)
            return null;
        var (reminders, known) = (await session.Query<Reminder>().ToListAsync(ct), await facts.ReadAsync(id, knownAt: null, ct));
        return Of(person, feed.Words, reminders, known, clock.GetUtcNow());
    }

    /// <summary>Open commitments, predictions that can be scored, and reminders that come again and again.</summary>
    internal static string Of(Person person, bool words, IReadOnlyList<Reminder> reminders, JournalFacts known, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//Journal//What is due//EN" };
        calendar.AddProperty("X-WR-CALNAME", "Journal");
        foreach (var one in known.Of<CommitmentFact>().Where(one => one.Ending is null))
        {
            if ((one.Reframes.LastOrDefault(reframe => reframe.PlannedAt is not null)?.PlannedAt ?? one.DueAt ?? one.PlannedAt) is { } at)
                calendar.Events.Add(Event(one.Id, words ? one.Title : "A commitment is due", at));
        }

        foreach (var (belief, prediction) in known.Of<BeliefFact>().Where(one => one.EndedAt is null).SelectMany(one => one.Predictions.Where(prediction => prediction is { CameTrue: null, DueAt: not null }).Select(prediction => (one, prediction))))
            calendar.Events.Add(Event(prediction.Id, words ? $"Did it come true? {belief.Text}" : "A prediction can be scored", prediction.DueAt!.Value));

        var zone = person.As("feed").Zone;
        foreach (var reminder in reminders)
        {
            var name = reminder.Practice is null ? "Look at the week" : words ? known.Find(new HashSet<Guid> { reminder.Id }).GetValueOrDefault(reminder.Id)?.Heading : "A practice";
            var first = reminder.Next(now.AddDays(-1), DateOnly.MinValue, zone, null).Day;
            var repeated = new CalendarEvent { Uid = $"{reminder.Id:N}@journal", Summary = name ?? "A practice", Start = new CalDateTime(first, reminder.Time, zone.Id), Duration = Duration.FromMinutes(15) };
            repeated.RecurrenceRule = new RecurrencePattern(FrequencyType.Weekly, 1) { ByDay = [.. reminder.Days.Select(day => new WeekDay(day))] };
            calendar.Events.Add(repeated);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar has a text.");
    }

    private static CalendarEvent Event(Guid id, string summary, DateTimeOffset at) =>
        new() { Uid = $"{id:N}@journal", Summary = summary, Start = new CalDateTime(at.UtcDateTime, "UTC"), Duration = Duration.FromMinutes(15) };

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
