using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.History;

/// <summary>What was recorded since, for programs that follow a journal; a request waits until there is something.</summary>
internal static class ChangesEndpoint
{
    private const int LongestWait = 25;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/history/changes", Get).WithMetadata(new Waits()).WithTags("History").WithName("GetChanges")
            .WithSummary("What was recorded behind a position, in the order of the log. With wait the answer comes when there is something, or empty after so many seconds.");

    private static async Task<Results<Ok<ChangesPage>, ProblemHttpResult>> Get(
        [AsParameters] ChangesQuery query, SignedIn signedIn, PersonEvents events, JournalServerOptions options, TimeProvider clock, IHostApplicationLifetime server, CredentialCheck check, CancellationToken ct)
    {
        if (PageLimit.Read(query.Limit, options) is not { } limit)
            return Problems.Of(PageLimit.Refusal(options));
        if (query.After is < 0)
            return Problems.Of(Refusal.Invalid("after.range", "after is a position of the log: 0, or the after of the answer before."));
        if (query.Wait is < 0 or > LongestWait)
            return Problems.Of(Refusal.Invalid("wait.range", $"wait is a number of seconds from 0 to {LongestWait}."));
        var (after, until) = (query.After ?? 0, clock.GetTimestamp());
        for (var looks = 0; ; looks++)
        {
            var found = await events.SettledPageAsync(signedIn.Person.As("api").Tenant, after, limit, ct);
            if (looks > 0 && !await check.IsStillGoodAsync(signedIn, ct))
                return Problems.Of(StatusCodes.Status401Unauthorized, "token.invalid", "What let you in was ended while you waited.");
            if (found.Count > 0 || clock.GetElapsedTime(until).TotalSeconds >= (query.Wait ?? 0) || server.ApplicationStopping.IsCancellationRequested)
                return TypedResults.Ok(new ChangesPage([.. found.Select(e => EventView.Of(e, clock.GetUtcNow()))], found is [.., var last] ? last.Position : after));
            await Task.Delay(Look, clock, ct);
        }
    }
}

public sealed record ChangesQuery
{
    /// <summary>The position behind which to begin: the after of the answer before; 0 when left out.</summary>
    public long? After { get; init; }

    /// <summary>For how many seconds to wait for something, 0 to 25; 0 when left out.</summary>
    public int? Wait { get; init; }

    /// <summary>Events an answer, 1 to 500; 100 when left out.</summary>
    public string? Limit { get; init; }
}

/// <param name="Events">Each once, whoever goes on from after; nothing appears behind it later.</param>
/// <param name="After">Where to go on.</param>
public sealed record ChangesPage(IReadOnlyList<EventView> Events, long After);
