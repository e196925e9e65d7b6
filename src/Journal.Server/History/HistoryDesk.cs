using System.Globalization;
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
        if (Limit(query.Limit) is not { } limit)
            return (null, Refusal.Invalid("limit.range", $"limit is a whole number from 1 to {options.LargestPage}."));
        if (HistoryCursor.Read(query.Cursor) is not { } after)
            return (null, Refusal.Invalid("cursor.invalid", "This cursor is none of ours."));
        var (filter, refusal) = HistoryFilter.Of(query, author.Zone);
        if (filter is null)
            return (null, refusal);
        var (events, next) = await history.ReadAsync(author.Tenant, filter, after, limit, ct);
        return (new HistoryPage([.. events.Select(EventView.Of)], HistoryCursor.Of(next)), null);
    }

    private int? Limit(string? text) =>
        text is null ? options.PageSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= options.LargestPage ? limit
        : null;
}
