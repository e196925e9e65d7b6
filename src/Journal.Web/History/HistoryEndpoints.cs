using System.Text.Json.Serialization;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.History;

internal static class HistoryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/history", Get).WithTags("History").WithName("GetHistory").WithSummary("Everything recorded, in the order it was recorded, page by page.");
        ChangesEndpoint.Map(api);
    }

    private static async Task<Results<Ok<HistoryPage>, ProblemHttpResult>> Get(
        [AsParameters] HistoryQuery query, SignedIn signedIn, HistoryQueries queries, CancellationToken ct)
    {
        var (page, refusal) = await queries.ReadAsync(signedIn.Person.As("api"), query, ct);
        return page is null ? Problems.Of(refusal!) : TypedResults.Ok(page);
    }
}

/// <param name="Kind">Stored event names or families (aims, beliefs, ...), repeated or separated by commas.</param>
/// <param name="Aim">Only events of this aim and of what served it at the time.</param>
/// <param name="From">Valid time: the first day or moment.</param>
/// <param name="To">Valid time: the last day or moment.</param>
/// <param name="AsOf">Valid time: only what was true by then.</param>
/// <param name="KnownAt">Append time: only what was recorded by then.</param>
/// <param name="Cursor">The next of the page before; the same filters go with it.</param>
/// <param name="Limit">Events a page, 1 to 500; 100 when left out.</param>
public sealed record HistoryQuery(string[]? Kind, Guid? Aim, string? From, string? To, string? AsOf, string? KnownAt, string? Cursor, string? Limit);

/// <param name="Next">The cursor of the next page; null when this is the last.</param>
public sealed record HistoryPage(IReadOnlyList<EventView> Events, string? Next)
{
    /// <summary>How many of these events could not be read; left out where all could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unreadable { get; init; }
}
