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

public sealed record HistoryQuery
{
    /// <summary>Stored event names or families (aims, beliefs, ...), repeated or separated by commas.</summary>
    public string[]? Kind { get; init; }

    /// <summary>Only events of this aim and of what served it at the time.</summary>
    public Guid? Aim { get; init; }

    /// <summary>Valid time: the first day or moment.</summary>
    public string? From { get; init; }

    /// <summary>Valid time: the last day or moment.</summary>
    public string? To { get; init; }

    /// <summary>Valid time: only what was true by then.</summary>
    public string? AsOf { get; init; }

    /// <summary>Append time: only what was recorded by then.</summary>
    public string? KnownAt { get; init; }

    /// <summary>The next of the page before; the same filters go with it.</summary>
    public string? Cursor { get; init; }

    /// <summary>Events a page, 1 to 500; 100 when left out.</summary>
    public string? Limit { get; init; }
}

/// <param name="Next">The cursor of the next page; null when this is the last.</param>
public sealed record HistoryPage(IReadOnlyList<EventView> Events, string? Next)
{
    /// <summary>How many of these events could not be read; left out where all could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unreadable { get; init; }
}
