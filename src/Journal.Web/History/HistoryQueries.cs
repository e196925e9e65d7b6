using Journal.Facts;
using Journal.Recording;
using Journal.Web.Http;
using Journal.Web.Reports;

namespace Journal.Web.History;

/// <summary>Answers a person's requests for their history, page by page.</summary>
public sealed class HistoryQueries
{
    private readonly HistoryReader history;
    private readonly JournalServerOptions options;

    private readonly NamedTimes times;
    private readonly TimeProvider clock;

    public HistoryQueries(PersonEvents events, NamedTimes times, JournalServerOptions options, TimeProvider clock) =>
        (history, this.times, this.options, this.clock) = (new(events), times, options, clock);

    /// <returns>The page, or why there is none: <c>limit.range</c>, <c>cursor.invalid</c>, <c>kind.unknown</c>, <c>time.invalid</c>, <c>moment.unknown</c>.</returns>
    public async Task<(HistoryPage? Page, Refusal? Refusal)> ReadAsync(Author author, HistoryQuery query, CancellationToken ct)
    {
        if (PageLimit.Read(query.Limit, options) is not { } limit)
            return (null, PageLimit.Refusal(options));
        if (HistoryCursor.Read(query.Cursor) is not { } after)
            return (null, Refusal.Invalid("cursor.invalid", "This cursor is none of ours."));
        var (asOf, knownAt, unknown) = await times.ResolveAsync(author, query.AsOf, query.KnownAt, ct);
        if (unknown is not null)
            return (null, unknown);
        var (filter, refusal) = HistoryFilter.Of(query with { AsOf = asOf, KnownAt = knownAt }, author.Zone);
        if (filter is null)
            return (null, refusal);
        var (events, next) = await history.ReadAsync(author.Tenant, filter, after, limit, ct);
        return (new HistoryPage([.. events.Select(e => EventView.Of(e, clock.GetUtcNow()))], HistoryCursor.Of(next)) { Unreadable = events.Count(e => e.Data is UnreadableEvent) }, null);
    }
}
