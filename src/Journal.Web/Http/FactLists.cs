using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>Lists a person's things as their record has them.</summary>
internal sealed class FactLists(FactsReader facts, JournalServerOptions options)
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

        var page = (await facts.ReadAsync(signedIn.Person.Id, knownAt: null, ct)).Of<TFact>().Where(fact => fact.Kind == kind && (only is null || only(fact)))
            .SkipWhile(fact => after is { } cursor && (fact.OccurredAt.UtcTicks, fact.Id).CompareTo(cursor) <= 0)
            .Take(limit + 1).ToList();
        return TypedResults.Ok(new FactPage<TFact>([.. page.Take(limit)], page.Count > limit ? FactCursor.Of(page[limit - 1]) : null));
    }
}
