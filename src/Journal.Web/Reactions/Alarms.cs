using System.Globalization;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Today;
using Marten;
using Npgsql;

namespace Journal.Web.Reactions;

/// <summary>Looks at what has come: reminders, predictions, commitments.</summary>
internal sealed partial class Alarms(IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options, Notices notices, FactsReader facts, TimeProvider clock, ILogger<Alarms> log)
{
    private const int AtOnce = 100;

    // Nobody is told in the evening what the morning was for; what can still be done is told for longer.
    private static readonly TimeSpan ReminderHolds = TimeSpan.FromHours(12);
    private static readonly TimeSpan DueHolds = TimeSpan.FromDays(7);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly DueTable<Alarm> due = new(store, db, options, Lease);

    /// <summary>Tells what has come by now, and sets what comes next.</summary>
    /// <returns>How many alarms there were.</returns>
    public async Task<int> RingAsync(CancellationToken ct)
    {
        await FollowMovesAsync(ct);
        var come = await due.TakeAsync(clock.GetUtcNow(), AtOnce, ct);
        foreach (var (alarm, since) in come)
        {
            try
            {
                await RingAsync(alarm, since, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // One person's trouble keeps nobody else waiting; it is tried again when its while is over.
                CannotRing(log, alarm.Person, alarm.Id, failure.GetType().Name);
            }
        }

        return come.Count;
    }

    private async Task RingAsync(Alarm alarm, DateTimeOffset since, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(alarm.Person));
        if (await session.LoadAsync<Person>(alarm.Person, ct) is not { } person)
            session.Delete(alarm);
        else if (alarm.Kind == AlarmKind.Reminder)
            await RemindAsync(session, person, alarm, since, ct);
        else
            await LookAsync(session, alarm, since, ct);
        await session.SaveChangesAsync(ct);
    }

    // A person who moves is found by the zone that their alarms were worked out in, whoever moved them.
    private async Task FollowMovesAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand($"""
            select alarm.tenant_id, alarm.id from {options.Table("mt_doc_alarm")} alarm
            join {options.Table("mt_doc_person")} person on alarm.tenant_id = person.id::text
            where alarm.data ->> 'Zone' is not null and alarm.data ->> 'Zone' <> person.data ->> 'Zone' limit {AtOnce}
            """);
        var moved = new List<(string Tenant, Guid Id)>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                moved.Add((row.GetString(0), row.GetGuid(1)));
        }

        foreach (var (tenant, id) in moved)
        {
            await using var session = store.LightweightSession(tenant);
            if (await session.LoadAsync<Alarm>(id, ct) is { } alarm && await session.LoadAsync<Person>(alarm.Person, ct) is { } person)
            {
                await SetAsync(session, person, id, clock.GetUtcNow(), Told(alarm), ct);
                await session.SaveChangesAsync(ct);
            }
        }
    }

    private async Task RemindAsync(IDocumentSession session, Person person, Alarm alarm, DateTimeOffset since, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - since <= ReminderHolds && await IsWantedAsync(person.Id, alarm, ct))
        {
            var kind = alarm.Subject == person.Id ? NoticeKind.ReviewDue : NoticeKind.PracticeDue;
            // A snooze asks for the same day once more.
            await notices.AddAsync(session, person.Id, kind, alarm.Subject == person.Id ? null : alarm.Subject, alarm.Day, since.ToString("O", CultureInfo.InvariantCulture), ct);
        }

        await SetAsync(session, person, alarm.Id, now, alarm.Day, ct);
    }

    /// <summary>Sets a reminder's next alarm, or takes it away where there is no reminder any more.</summary>
    /// <param name="day">The last day that is done with.</param>
    internal static async Task SetAsync(IDocumentSession session, Person person, Guid id, DateTimeOffset now, DateOnly day, CancellationToken ct)
    {
        if (await session.LoadAsync<Reminder>(id, ct) is not { } reminder)
        {
            session.Delete<Alarm>(id);
            return;
        }

        var (at, next) = reminder.Next(now, day, person.As("reaction").Zone, await session.LoadAsync<QuietHours>(person.Id, ct));
        session.Store(new Alarm(id, person.Id, AlarmKind.Reminder, reminder.Practice ?? person.Id, at.ToUnixTimeMilliseconds(), next, person.Zone));
    }

    // The day that an alarm is set for is still to come.
    private static DateOnly Told(Alarm alarm) => alarm.Day.AddDays(-1);

    private async Task<bool> IsWantedAsync(Guid person, Alarm alarm, CancellationToken ct)
    {
        if (alarm.Subject == person)
            return true;
        var known = await facts.ReadAsync(person, knownAt: null, ct);
        return DuePractice.Of(known.Of<PracticeFact>().Where(practice => practice.Id == alarm.Subject), known.Of<OutcomeFact>(), alarm.Day).Any(practice => practice.Waits);
    }

    private async Task LookAsync(IDocumentSession session, Alarm alarm, DateTimeOffset since, CancellationToken ct)
    {
        session.Delete(alarm);
        if (clock.GetUtcNow() - since > DueHolds)
            return;
        var known = await facts.ReadAsync(alarm.Person, knownAt: null, ct);
        var (kind, isOpen) = alarm.Kind == AlarmKind.Prediction
            ? (NoticeKind.PredictionDue, known.Of<BeliefFact>().Any(belief => belief.Id == alarm.Subject && belief.EndedAt is null && belief.Predictions.Any(one => one.Id == alarm.Id && one.CameTrue is null)))
            : (NoticeKind.CommitmentDue, known.Of<CommitmentFact>().Any(one => one.Id == alarm.Subject && one.Ending is null));
        if (isOpen)
            await notices.AddAsync(session, alarm.Person, kind, alarm.Subject, null, $"{alarm.Id:N} {since.ToUnixTimeMilliseconds()}", ct);
    }

    [LoggerMessage(LogLevel.Warning, "Person {Person}: the alarm {Alarm} could not be looked at and is tried again: {Failure}.")]
    private static partial void CannotRing(ILogger log, Guid person, Guid alarm, string failure);
}
