using System.Text.Json.Serialization;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Operations;

internal static class HealthEndpoints
{
    private const int MostLeftOut = 20;
    private const long LeastFree = 1L << 30;
    private const string DiskLow = "disk.low";
    private const string SchemaOther = "schema.other";

    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup(HealthPath.Root).WithTags("Health").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live"))).WithName("IsLive").WithSummary("This process answers.");
        health.MapGet("/ready", Ready).WithName("IsReady").WithSummary("The database answers too, and has its tables; degraded where projections left out events that cannot be read.");
    }

    private static async Task<Results<Ok<HealthAnswer>, ProblemHttpResult>> Ready(JournalDatabase database, Projections projections, CancellationToken ct)
    {
        if (!await database.IsReadyAsync(ct))
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "database.unavailable", "The database does not answer, or has not its tables.");
        var left = await projections.LeftOutAsync(MostLeftOut, ct);
        string[] warnings = [.. IsDiskLow() ? [DiskLow] : Array.Empty<string>(), .. await database.IsAnothersAsync(ct) ? [SchemaOther] : Array.Empty<string>()];
        return TypedResults.Ok(new HealthAnswer(left.Count == 0 && warnings.Length == 0 ? "ready" : "degraded")
        {
            LeftOut = left.Count == 0 ? null : [.. left.Select(one => new LeftOutAnswer(one.Projection, one.Person, one.Position))],
            Behind = await projections.BehindAsync(ct),
            Warnings = warnings.Length == 0 ? null : warnings,
        });
    }

    // Where files lie that are imported; of a private cluster everything else, too, as a rule.
    private static bool IsDiskLow() => new DriveInfo(Path.GetTempPath()).AvailableFreeSpace < LeastFree;
}

/// <param name="Status"><c>live</c>, <c>ready</c>, or <c>degraded</c>: everything works, but for what is left out and warned of.</param>
internal sealed record HealthAnswer(string Status)
{
    /// <summary>Events that projections left out; the latest of them where there are many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeftOutAnswer>? LeftOut { get; init; }

    /// <summary>Events that the slowest projection has not read yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Behind { get; init; }

    /// <summary><c>disk.low</c>: less than a gibibyte is left where this process keeps files. <c>schema.other</c>: another build has changed the tables since this process began.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }
}

/// <param name="Person">Whose event it is.</param>
/// <param name="Position">Its place in the log.</param>
internal sealed record LeftOutAnswer(string Projection, string? Person, long Position);
