using System.Globalization;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Marten;

namespace Journal.Web.Reactions;

/// <summary>When a person wants to be reminded: settings of theirs, and no part of their history.</summary>
public sealed class Reminders(IDocumentStore store, FactsReader facts, TimeProvider clock)
{
    private const int LongestSnooze = 24 * 60;
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    internal static Refusal Unknown { get; } = Refusal.Unknown("reminder.unknown", "There is no such reminder.");

    /// <summary>All of them, that of the week first, and the quiet hours.</summary>
    public async Task<ReminderList> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        var (all, alarms) = (await session.Query<Reminder>().ToListAsync(ct), (await session.Query<Alarm>().Where(alarm => alarm.Kind == AlarmKind.Reminder).ToListAsync(ct)).ToDictionary(alarm => alarm.Id));
        var quiet = await session.LoadAsync<QuietHours>(person, ct);
        var practices = (await facts.ReadAsync(person, knownAt: null, ct)).Of<PracticeFact>().ToDictionary(practice => practice.Id);
        return new(
            [
                .. all.OrderBy(one => one.Practice is not null).ThenBy(one => one.Time).ThenBy(one => one.Id).Select(one => new ReminderLine(
                    one.Id, one.Practice, one.Practice is { } id ? practices.GetValueOrDefault(id)?.Title : null, Written(one.Time), [.. one.Days.Select(Word)],
                    alarms.TryGetValue(one.Id, out var alarm) ? DateTimeOffset.FromUnixTimeMilliseconds(alarm.Due) : null)),
            ],
            quiet is null ? null : new(Written(quiet.From), Written(quiet.Until)));
    }

    /// <summary>Sets the reminder of a practice, or of the week; the one there was goes.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="practice">Of which; null for the week.</param>
    /// <param name="time">As in 07:30.</param>
    /// <param name="days">As in mon, tue; null for every day of a practice, and for Sunday of the week.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Why not: <c>time.invalid</c>, <c>days.invalid</c>, <c>practice.unknown</c>.</returns>
    public async Task<Refusal?> SetAsync(Person person, Guid? practice, string? time, IReadOnlyList<string>? days, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (Clock(time) is not { } at)
            return NoTime("time");
        var wanted = days is null or [] ? practice is null ? [DayOfWeek.Sunday] : Week : Days(days);
        if (wanted is null)
            return Refusal.Invalid("days.invalid", "days are mon, tue, wed, thu, fri, sat, sun.");
        if (practice is { } id && (await facts.ReadAsync(person.Id, knownAt: null, ct)).Of<PracticeFact>().All(one => one.Id != id || one.DroppedAt is not null))
            return Refusal.Unknown("practice.unknown", "There is no such practice.");
        await using var session = store.LightweightSession(Author.TenantOf(person.Id));
        var reminder = new Reminder(practice ?? person.Id, practice, at, wanted);
        session.Store(reminder);
        await session.SaveChangesAsync(ct);
        await AlarmAsync(session, person, reminder.Id, ct);
        return null;
    }

    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> RemoveAsync(Guid person, Guid id, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Reminder>(id, ct) is null)
            return false;
        session.Delete<Reminder>(id);
        session.Delete<Alarm>(id);
        await session.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Reminds of today's once more, later.</summary>
    /// <returns>Why not: <c>reminder.unknown</c>, <c>minutes.range</c>.</returns>
    public async Task<Refusal?> SnoozeAsync(Person person, Guid id, int minutes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (minutes is < 1 or > LongestSnooze)
            return Refusal.Invalid("minutes.range", $"minutes is a whole number from 1 to {LongestSnooze}.");
        await using var session = store.LightweightSession(Author.TenantOf(person.Id));
        if (await session.LoadAsync<Reminder>(id, ct) is not { } reminder)
            return Unknown;
        var (now, zone) = (clock.GetUtcNow(), person.As("reaction").Zone);
        session.Store(new Alarm(id, person.Id, AlarmKind.Reminder, reminder.Practice ?? person.Id, now.AddMinutes(minutes).ToUnixTimeMilliseconds(), DateOnly.FromDateTime(LocalTime.Local(now, zone).DateTime), person.Zone));
        await session.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Sets the quiet hours, or takes them away where both are null.</summary>
    /// <returns>Why not: <c>from.invalid</c>, <c>until.invalid</c>.</returns>
    public async Task<Refusal?> BeQuietAsync(Person person, string? from, string? until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        await using var session = store.LightweightSession(Author.TenantOf(person.Id));
        if (from is null && until is null)
            session.Delete<QuietHours>(person.Id);
        else if (Clock(from) is not { } begin)
            return NoTime("from");
        else if (Clock(until) is not { } end || end == begin)
            return NoTime("until");
        else
            session.Store(new QuietHours(person.Id, begin, end));
        await session.SaveChangesAsync(ct);
        foreach (var reminder in await session.Query<Reminder>().ToListAsync(ct))
            await AlarmAsync(session, person, reminder.Id, ct);
        return null;
    }

    private async Task AlarmAsync(IDocumentSession session, Person person, Guid id, CancellationToken ct)
    {
        await Alarms.SetAsync(session, person, id, clock.GetUtcNow(), DateOnly.MinValue, ct);
        await session.SaveChangesAsync(ct);
    }

    private static Refusal NoTime(string name) => Refusal.Invalid($"{name}.invalid", $"{name} is a time of the day, such as 07:30.");

    private static TimeOnly? Clock(string? text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DayOfWeek[]? Days(IReadOnlyList<string> words)
    {
        var days = words.Select(word => Week.Where(day => Word(day).Equals(word, StringComparison.OrdinalIgnoreCase)).Select(day => (DayOfWeek?)day).FirstOrDefault()).ToList();
        return days.Contains(null) ? null : [.. Week.Where(day => days.Contains(day))];
    }

    private static string Word(DayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <param name="Quiet">Null where there are no quiet hours.</param>
public sealed record ReminderList(IReadOnlyList<ReminderLine> Reminders, QuietLine? Quiet);

/// <param name="Practice">Null for the week.</param>
/// <param name="Title">What the practice is called.</param>
/// <param name="Time">As in 07:30, on the clock where the person lives.</param>
/// <param name="Days">mon to sun.</param>
/// <param name="Next">When it comes next.</param>
public sealed record ReminderLine(Guid Id, Guid? Practice, string? Title, string Time, IReadOnlyList<string> Days, DateTimeOffset? Next);

/// <param name="From">As in 22:00.</param>
/// <param name="Until">As in 07:00.</param>
public sealed record QuietLine(string From, string Until);
