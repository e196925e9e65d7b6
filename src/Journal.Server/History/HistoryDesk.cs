using Journal.Domain;
using Journal.Server.Hosting;
using Journal.Server.Http;
using Journal.Server.Recording;

namespace Journal.Server.History;

/// <summary>Answers a person's requests for their history, page by page.</summary>
public sealed class HistoryDesk
{
    private readonly HistoryReader history;
    private readonly JournalServerOptions options;

    public HistoryDesk(EventStore.PostgresEventStore store, JournalServerOptions options) => (history, this.options) = (new(store), options);

    /// <returns>The page, or why there is none: <c>limit.range</c>, <c>cursor.invalid</c>, <c>kind.unknown</c>, <c>time.invalid</c>.</returns>
    public async Task<(HistoryPage? Page, Refusal? Refusal)> ReadAsync(Author author, HistoryQuery query, CancellationToken ct)
    {
        if (PageLimit.Read(query.Limit, options) is not { } limit)
            return (null, PageLimit.Refusal(options));
        if (HistoryCursor.Read(query.Cursor) is not { } after)
            return (null, Refusal.Invalid("cursor.invalid", "This cursor is none of ours."));
        var (filter, refusal) = HistoryFilter.Of(query, author.Zone);
        if (filter is null)
            return (null, refusal);
        var (events, next) = await history.ReadAsync(author.Tenant, filter, after, limit, ct);
        return (new HistoryPage([.. events.Select(EventView.Of)], HistoryCursor.Of(next)), null);
    }
}
