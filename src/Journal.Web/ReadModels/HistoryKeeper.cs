using System.Text.Json;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports.Cycles;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace Journal.Web.ReadModels;

/// <summary>Keeps the documents of a person's alignment history in step with their events, and finds what is news in them.</summary>
/// <remarks>
/// A page of events only says whose documents are to be made anew. They are made from the person's record, read as far as the log is settled, and so of more than the page:
/// a page that holds nothing newer than the documents changes nothing. Thus a rebuild makes each person's documents once, however many pages their events lie on.
/// </remarks>
internal sealed partial class HistoryKeeper(PersonEvents reader, string projection, ILogger log) : IProjection
{
    private readonly SettledRecords records = new(reader);

    /// <summary>Whose events lie behind one position and at or before another.</summary>
    public Task<List<(string Tenant, long Last)>> TouchedAsync(long after, long until, CancellationToken ct) => reader.TouchedAsync(after, until, ct);

    /// <summary>The documents alone, for whoever hands this to Marten as it is.</summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var person in events.GroupBy(e => e.TenantId))
            await ApplyAsync(operations.ForTenant(person.Key), person.Key, person.Max(e => e.Sequence), tells: false, logs: true, cancellation);
    }

    /// <summary>Brings a person's documents up to date.</summary>
    /// <param name="operations">Of the person's tenant.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="last">The last of their events that has to be in them.</param>
    /// <param name="tells">Whether what is news is to be told; it is remembered as told with the documents.</param>
    /// <param name="logs">Whether what is left out is to be logged; a rebuild only meets again what was met before.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What is to be told.</returns>
    public async Task<IReadOnlyList<object>> ApplyAsync(IDocumentOperations operations, string tenant, long last, bool tells, bool logs, CancellationToken ct)
    {
        if (!Guid.TryParseExact(tenant, "D", out var person))
            return [];
        var head = await operations.LoadAsync<AlignmentHistory>(tenant, ct);
        if (head?.Position >= last && (!tells || head.Told >= last))
            return [];
        try
        {
            var (facts, changed) = await records.ReadAsync(person, tenant, last, afresh: head is null, ct);
            var history = PersonHistory.Of(person, facts, ct);
            var eroding = tells ? Erosion.Of(person, facts, practice => changed is null || changed.Contains(practice), ct) : [];
            // From here on nothing is worked out any more: what was made is stored whole, or not at all.
            await StoreAsync(operations, history with { Head = history.Head with { Told = tells ? facts.Position : head?.Told ?? 0 } }, isNew: head is null, ct);
            await ReportUnreadableAsync(operations, history.Head, head, logs, ct);
            operations.Delete<DeadLetterEvent>(DeadLetters.OfPerson(person, projection));
            return tells ? await TellAsync(operations, person, history.Practices, eroding.ToDictionary(erosion => erosion.PracticeId), ct) : [];
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or NpgsqlException) && failure.InnerException is not NpgsqlException)
        {
            await SetAsideAsync(operations, person, last, failure, logs, ct);
            return [];
        }
    }

    private static async Task StoreAsync(IDocumentOperations operations, PersonHistory history, bool isNew, CancellationToken ct)
    {
        var (weeks, cycles) = isNew ? ([], []) : (await operations.Query<AlignmentHistoryWeek>().ToListAsync(ct), await operations.Query<RegressionCycle>().ToListAsync(ct));
        operations.Store(history.Head);
        operations.Store<AlignmentHistoryWeek>([.. Changed(weeks, history.Weeks, week => week.Id)]);
        operations.Store<RegressionCycle>([.. Changed(cycles, history.Cycles, cycle => cycle.Id)]);
        foreach (var gone in weeks.ExceptBy(history.Weeks.Select(week => week.Id), week => week.Id))
            operations.Delete<AlignmentHistoryWeek>(gone.Id);
        foreach (var gone in cycles.ExceptBy(history.Cycles.Select(cycle => cycle.Id), cycle => cycle.Id))
            operations.Delete<RegressionCycle>(gone.Id);
    }

    // One more outcome changes a week or two of ten years.
    private static IEnumerable<T> Changed<T, TKey>(IReadOnlyList<T> stored, IReadOnlyList<T> made, Func<T, TKey> key)
        where TKey : notnull
    {
        var before = stored.ToDictionary(key, one => JsonSerializer.SerializeToUtf8Bytes(one));
        return made.Where(one => !before.TryGetValue(key(one), out var same) || !JsonSerializer.SerializeToUtf8Bytes(one).AsSpan().SequenceEqual(same));
    }

    private static async Task<IReadOnlyList<object>> TellAsync(
        IDocumentOperations operations, Guid person, IReadOnlyList<PracticeCycles> practices, Dictionary<Guid, Erosion> eroding, CancellationToken ct)
    {
        var told = (await operations.LoadManyAsync<ToldOfPractice>(ct, practices.Select(practice => practice.PracticeId))).ToDictionary(one => one.Id);
        var news = new List<object>();
        foreach (var practice in practices)
        {
            var before = told.GetValueOrDefault(practice.PracticeId) ?? ToldOfPractice.Nothing(practice.PracticeId);
            var (after, fresh) = before.After(person, practice, eroding.GetValueOrDefault(practice.PracticeId));
            news.AddRange(fresh);
            if (fresh.Count > 0 || after.Regression != before.Regression)
                operations.Store(after);
        }

        return news;
    }

    private async Task ReportUnreadableAsync(IDocumentOperations operations, AlignmentHistory now, AlignmentHistory? before, bool logs, CancellationToken ct)
    {
        var found = now.Unreadable.ExceptBy(before?.Unreadable.Select(one => one.Position) ?? [], one => one.Position).ToList();
        if (found.Count == 0)
            return;
        var ids = found.Select(one => DeadLetters.OfEvent(one.Position, projection));
        var known = (await operations.LoadManyAsync<DeadLetterEvent>(ct, ids)).Select(letter => letter.EventSequence).ToHashSet();
        foreach (var one in found.Where(one => !known.Contains(one.Position)))
        {
            if (logs)
                LeftOut(log, projection, one.Position, one.Type, now.Id, one.Reason);
            operations.Store(DeadLetters.Letter(DeadLetters.OfEvent(one.Position, projection), projection, now.Id, one.Position, nameof(UnreadableEvent), $"{one.Type}: {one.Reason}"));
        }
    }

    // Everybody else goes on; the person's documents stay as they were, and are tried again with their next event.
    private async Task SetAsideAsync(IDocumentOperations operations, Guid person, long last, Exception failure, bool logs, CancellationToken ct)
    {
        var id = DeadLetters.OfPerson(person, projection);
        if (await operations.LoadAsync<DeadLetterEvent>(id, ct) is not null)
            return;
        // Not the exception's own words: they may be the journal's.
        if (logs)
            CannotBeMade(log, projection, person, last, failure.GetType().Name, failure.StackTrace);
        operations.Store(DeadLetters.Letter(id, projection, Author.TenantOf(person), last, failure.GetType().Name, "What this event leads to could not be worked out."));
    }

    [LoggerMessage(LogLevel.Error, "{Projection}: the event at position {Position} ({Type}) of person {Person} cannot be read and is left out. {Reason}")]
    private static partial void LeftOut(ILogger log, string projection, long position, string type, string person, string reason);

    [LoggerMessage(LogLevel.Error, "{Projection}: the documents of person {Person} cannot be made at position {Position} and stay as they were. {Failure} {Trace}")]
    private static partial void CannotBeMade(ILogger log, string projection, Guid person, long position, string failure, string? trace);
}
