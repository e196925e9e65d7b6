using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Recording;
using Journal.Web.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>A request that asks for something to be recorded.</summary>
internal sealed class Incoming
{
    private readonly HttpContext context;
    private readonly JsonElement body;
    private readonly Conditions conditions;

    private Incoming(HttpContext context, JsonElement body, Conditions conditions, ProblemHttpResult? problem) =>
        (this.context, this.body, this.conditions, Problem) = (context, body, conditions, problem);

    public ProblemHttpResult? Problem { get; }

    /// <summary>A property of the body as text; null when it is missing or no text.</summary>
    public string? Text(string name) =>
        Problem is null && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && CommandRefusals.IsText(value) ? value.GetString() : null;

    public static async ValueTask<Incoming> BindAsync(HttpContext context)
    {
        var (key, badKey) = IdempotencyKey.Read(context.Request);
        var (versions, badTag) = SubjectVersion.IfMatch(context.Request);
        var (body, badBody) = await JsonBody.ReadAsync(context);
        return new(context, body, new(key, versions), badKey ?? badTag ?? badBody);
    }

    /// <summary>Records it as a change of a subject that is there.</summary>
    public async Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> ChangeAsync(CommandKind kind, Recorder recorder, CancellationToken ct)
    {
        var (_, answer, refused) = await RecordAsync(kind, recorder, null, ct);
        return answer is null ? refused! : TypedResults.Ok(answer);
    }

    /// <summary>Records it as the making of something with an address of its own.</summary>
    /// <param name="kind">What is said of what.</param>
    /// <param name="recorder">The way into the journal.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="besides">A property of the body that is not part of the command.</param>
    public async Task<Results<Created<CommandAnswer>, ProblemHttpResult>> MakeAsync(CommandKind kind, Recorder recorder, CancellationToken ct, string? besides = null)
    {
        var (command, answer, refused) = await RecordAsync(kind, recorder, besides, ct);
        return answer is null ? refused! : TypedResults.Created($"/api/v1/{kind.LocationOf(command!)}", answer);
    }

    // The request is read whole before anything is looked up.
    private async Task<(Command? Command, CommandAnswer? Answer, ProblemHttpResult? Problem)> RecordAsync(
        CommandKind kind, Recorder recorder, string? besides, CancellationToken ct)
    {
        if (Problem is not null)
            return (null, null, Problem);
        var author = Author();
        var reader = Reader(author);
        var (command, unreadable) = reader.Read(kind, body, besides);
        if (command is null)
            return (null, null, Problems.Of(unreadable!));
        var terms = conditions.Key is null && reader.ChosenId is { } chosen ? conditions with { Key = chosen, IsKeyImplied = true } : conditions;
        var recording = await recorder.RecordAsync(author, kind, command, terms, ct);
        if (recording.Recorded is not { } recorded)
            return (null, null, Problems.Of(recording.Refusal!, precondition: conditions.Versions is not null));
        context.Response.Headers.ETag = SubjectVersion.Tag(recorded.Version);
        if (recorded.Replayed)
            context.Response.Headers["Idempotent-Replayed"] = "true";
        return (command, CommandAnswer.Of(recorded), null);
    }

    /// <summary>The body as something that is no command.</summary>
    public (T? Content, ProblemHttpResult? Problem) Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (Problem is not null)
            return (null, Problem);
        var (content, refusal) = Reader(Author()).Read(type, body);
        return ((T?)content, refusal is null ? null : Problems.Of(refusal));
    }

    private CommandReader Reader(Author author)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var route = Route();
        return new(route, author.Zone, member => conditions.Key is { } key
            ? RequestIdentity.MadeId(author.Person, key, route.GetValueOrDefault("id"), member)
            : Guid.CreateVersion7(clock.GetUtcNow()));
    }

    private Author Author()
    {
        var signedIn = context.Features.GetRequiredFeature<SignedIn>();
        return signedIn.Person.As(signedIn.Kind == CredentialKind.Session ? "web" : "api", Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
    }

    private Dictionary<string, Guid> Route()
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (Guid.TryParse(value as string, out var id))
                ids.Add(name, id);
        }

        return ids;
    }
}

/// <summary>What a command that was recorded is answered with.</summary>
/// <param name="Id">The subject.</param>
/// <param name="Version">Its version after the command; also the entity tag.</param>
/// <param name="Events">What was recorded; nothing when the command changed nothing.</param>
internal sealed record CommandAnswer(Guid Id, long Version, IReadOnlyList<EventView> Events)
{
    public static CommandAnswer Of(Recorded recorded) => new(recorded.Id, recorded.Version, [.. recorded.Events.Select(EventView.Of)]);
}
