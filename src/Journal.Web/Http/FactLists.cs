using Journal.EventStore;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Recording;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>Lists a person's things from the read model and the events that it has not taken in yet.</summary>
internal sealed class FactLists(PostgresEventStore store, FactsProjection projection, JournalServerOptions options)
{
    /// <param name="signedIn">Whose.</param>
    /// <param name="kind">The facts' word.</param>
    /// <param name="query">Which page.</param>
    /// <param name="only">Which of them; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Results<Ok<FactPage<TFact>>, ProblemHttpResult>> GetAsync<TFact>(
        SignedIn signedIn, string kind, FactQuery query, Func<TFact, bool>? only, CancellationToken ct)
        where TFact : Fact
    {
        if (PageLimit.Read(query.Limit, options) is not { } limit)
            return Problems.Of(PageLimit.Refusal(options));
        if (!FactCursor.TryRead(query.Cursor, out var after))
            return Problems.Of(Refusal.Invalid("cursor.invalid", "This cursor is none of ours."));

        var current = await store.ReadCurrentAsync(projection, Author.TenantOf(signedIn.Person.Id), [kind], ct);
        var page = current.Documents.Select(document => document.Value).OfType<TFact>().Where(fact => only is null || only(fact))
            .OrderBy(fact => fact.OccurredAt.UtcTicks).ThenBy(fact => fact.Id)
            .SkipWhile(fact => after is { } cursor && (fact.OccurredAt.UtcTicks, fact.Id).CompareTo(cursor) <= 0)
            .Take(limit + 1).ToList();
        return TypedResults.Ok(new FactPage<TFact>([.. page.Take(limit)], page.Count > limit ? FactCursor.Of(page[limit - 1]) : null));
    }
}
