using System.Diagnostics;
using System.Text.Json;
using Journal.Commands;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Commands;

/// <summary>A request that asks for something to be recorded.</summary>
internal sealed class CommandRequest
{
    private readonly HttpContext context;
    private readonly JsonElement body;

    private CommandRequest(HttpContext context, JsonElement body, Conditions on, ProblemHttpResult? problem)
    {
        (this.context, this.body, On, Problem) = (context, body, on, problem);
        var signedIn = context.Features.GetRequiredFeature<SignedIn>();
        Author = signedIn.Person.As(signedIn.Kind == CredentialKind.Session ? "web" : "api", Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
    }

    /// <summary>What is wrong with the request itself; null when nothing is.</summary>
    public ProblemHttpResult? Problem { get; }

    /// <summary>The terms in its headers.</summary>
    public Conditions On { get; }

    public Author Author { get; }

    /// <summary>Whether it sends several commands.</summary>
    public bool IsList => body.ValueKind == JsonValueKind.Array;

    /// <summary>The commands it sends.</summary>
    public IReadOnlyList<JsonElement> Items => IsList ? [.. body.EnumerateArray()] : [body];

    /// <summary>A property of the body as text; null when it is missing or no text.</summary>
    public string? Text(string name) =>
        Problem is null && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && BodyRefusals.IsText(value) ? value.GetString() : null;

    public static async ValueTask<CommandRequest> BindAsync(HttpContext context)
    {
        var (key, badKey) = IdempotencyKey.Read(context.Request);
        var (versions, badTag) = SubjectVersion.IfMatch(context.Request);
        var (body, badBody) = await JsonBody.ReadAsync(context, orArray: context.GetEndpoint()?.Metadata.GetMetadata<TakesLists>() is not null);
        return new(context, body, new(key, versions), badKey ?? badTag ?? badBody);
    }

    /// <summary>Records it as a command of a kind that the address tells.</summary>
    /// <param name="kind">What is said of what.</param>
    /// <param name="recorder">The way into the journal.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="besides">Properties of the body that are not part of the command.</param>
    public Task<IResult> RecordAsync(CommandKind kind, Recorder recorder, CancellationToken ct, params ReadOnlySpan<string> besides)
    {
        if (Problem is not null)
            return Task.FromResult<IResult>(Problem);
        var (sent, unreadable) = SentCommand.Read(kind, body, Author, On, Route(), Clock, besides);
        return sent is null ? Task.FromResult<IResult>(Problems.Of(unreadable!)) : RecordAsync(sent, recorder, ct);
    }

    /// <summary>Records one command, which is answered as a request of its own.</summary>
    public async Task<IResult> RecordAsync(SentCommand sent, Recorder recorder, CancellationToken ct)
    {
        var result = await recorder.RecordAsync(Author, sent.Kind, sent.Command, sent.On, ct);
        if (result.Recorded is not { } recorded)
            return Problems.Of(result.Refusal!, precondition: sent.On.Versions is not null);
        context.Response.Headers.ETag = SubjectVersion.Tag(recorded.Version);
        if (recorded.Replayed)
            context.Response.Headers["Idempotent-Replayed"] = "true";
        var answer = CommandAnswer.Of(recorded);
        return sent.Location is { } location ? TypedResults.Created(location, answer) : TypedResults.Ok(answer);
    }

    /// <summary>Gives made-up ids their time.</summary>
    public TimeProvider Clock => context.RequestServices.GetRequiredService<TimeProvider>();

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

/// <summary>Marks an endpoint whose body may be an array.</summary>
internal sealed class TakesLists;
