using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.TimeTravel;

internal static class ReplayEndpoints
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly Refusal Unknown = Refusal.Invalid("position.unknown", "No event of this history is at that position.");

    // As long as somebody listens: a time limit would cut a long history short, and the listener would have to come back for the rest.
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/replay", Get).DisableRequestTimeout().WithMetadata(new Streams())
        .WithTags("Time travel").WithName("Replay").WithSummary("A history step by step, as server-sent events. Goes on behind Last-Event-ID, or behind after.");

    private static async Task<Results<ServerSentEventsResult<string>, ProblemHttpResult>> Get(
        [AsParameters] ReplayQuery query, HttpRequest http, SignedIn signedIn, ReportQuestions questions, TimeTravelQueries queries, HeavyWork work, CredentialCheck check, TimeProvider clock, CancellationToken ct)
    {
        if (!Position(http, query.After, out var after))
            return Problems.Of(Unknown);
        var author = signedIn.Person.As("api");
        var (plan, refusal) = await query.ReadAsync(author, questions, ct);
        if (plan is null)
            return Problems.Of(refusal!);
        var replay = await queries.ReplayAsync(author.Person, plan, ct);
        var asked = clock.GetTimestamp();
        return replay.Knows(after) ? TypedResults.ServerSentEvents(StreamAsync(replay, after, work, IsLetInAsync, ct)) : Problems.Of(Unknown);

        async Task<bool> IsLetInAsync()
        {
            if (clock.GetElapsedTime(asked) < Look)
                return true;
            asked = clock.GetTimestamp();
            return await check.IsStillGoodAsync(signedIn, ct);
        }
    }

    // A browser that was cut off asks again with the id of the last step it saw.
    private static bool Position(HttpRequest http, long? after, out long position)
    {
        var text = http.Headers["Last-Event-ID"].ToString();
        position = after ?? 0;
        return position >= 0 && (text.Length == 0 || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position));
    }

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(Replay replay, long after, HeavyWork work, Func<Task<bool>> isLetIn, [EnumeratorCancellation] CancellationToken ct)
    {
        using var steps = replay.Steps(after).GetEnumerator();
        while (await work.RunAsync(() => Task.FromResult(steps.MoveNext()), ct))
        {
            if (!await isLetIn())
                yield break;
            yield return new SseItem<string>(JsonSerializer.Serialize(steps.Current, ReportsJson.Default.ReplayedStep), "step") { EventId = Id(steps.Current.Position) };
        }

        var end = replay.End();
        yield return new SseItem<string>(JsonSerializer.Serialize(end, ReportsJson.Default.ReplayEnd), "end") { EventId = Id(end.Position) };
    }

    private static string Id(long position) => position.ToString(CultureInfo.InvariantCulture);
}
