using Journal.Commands;
using Journal.Recording;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Commands;

/// <summary>Everything that can be recorded, one or many at a time, and what each of it may hold.</summary>
internal static class CommandEndpoints
{
    private const int Most = 500;

    private static readonly Refusal Count = Refusal.Invalid("commands.count", $"Send 1 to {Most} commands at a time.");
    private static readonly Refusal Repeated = Refusal.Invalid("idempotency.repeated", "Two commands for one subject have the same key.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var commands = api.MapGroup("/commands").WithTags("Commands");
        commands.MapPost("/", Record).WithMetadata(new TakesLists()).WithName("RecordCommands")
            .WithSummary("Records one command, or several in their order. One is answered as by its own address; several by a list with the outcome of each, or, with atomic=true, all or none.")
            .Accepts<CommandBody>("application/json").Produces<CommandAnswer>().Produces<CommandAnswer>(StatusCodes.Status201Created);
        commands.MapGet("/", () => TypedResults.Ok(CommandCatalog.All)).WithName("ListCommands").WithSummary("Every command that can be recorded, with the JSON schema of its body.");
    }

    private static async Task<IResult> Record(CommandRequest request, bool? atomic, Recorder recorder, CancellationToken ct)
    {
        if (request.Problem is { } problem)
            return problem;
        if (!request.IsList)
        {
            var (sent, refusal) = SentCommand.Read(request.Items[0], request.Author, request.On, request.Clock);
            return sent is null ? Problems.Of(refusal!) : await request.RecordAsync(sent, recorder, ct);
        }

        if (request.Items.Count is 0 or > Most)
            return Problems.Of(Count);
        if (request.On.Versions is not null)
            return Problems.Of(400, "ifmatch.invalid", "Several commands are about several subjects: each says ifMatch for itself.");
        return atomic is true ? await TogetherAsync(request, recorder, ct) : TypedResults.Ok(await OneByOneAsync(request, recorder, ct));
    }

    private static async Task<IReadOnlyList<CommandOutcome>> OneByOneAsync(CommandRequest request, Recorder recorder, CancellationToken ct)
    {
        var outcomes = new List<CommandOutcome>();
        for (var place = 0; place < request.Items.Count; place++)
        {
            var (sent, refusal) = Read(request, place);
            outcomes.Add(sent is null ? CommandOutcome.Of(refusal!) : CommandOutcome.Of(sent, await recorder.RecordAsync(request.Author, sent.Kind, sent.Command, sent.On, ct)));
        }

        return outcomes;
    }

    private static async Task<IResult> TogetherAsync(CommandRequest request, Recorder recorder, CancellationToken ct)
    {
        var commands = new List<SentCommand>();
        var keys = new HashSet<(string, Guid)>();
        for (var place = 0; place < request.Items.Count; place++)
        {
            var (sent, refusal) = Read(request, place);
            if (sent is null)
                return Refused(refusal!, place);
            if (sent.On.Key is { } key && !keys.Add((key, sent.Command.Id)))
                return Refused(Repeated, place);
            commands.Add(sent);
        }

        var (results, refusedAt) = await recorder.RecordTogetherAsync(request.Author, [.. commands.Select(sent => new RecordCommand(sent.Kind, sent.Command, request.Author, sent.On))], ct);
        return refusedAt is { } at
            ? Refused(results[0].Refusal!, at, commands[at].On.Versions is not null)
            : TypedResults.Ok<IReadOnlyList<CommandOutcome>>([.. commands.Zip(results, CommandOutcome.Of)]);
    }

    // One key for the whole request is a key for each of its commands, by its place.
    private static (SentCommand? Command, Refusal? Refusal) Read(CommandRequest request, int place) =>
        SentCommand.Read(request.Items[place], request.Author, request.On.Key is { } key ? request.On with { Key = $"{key}#{place}" } : request.On, request.Clock);

    private static ProblemHttpResult Refused(Refusal refusal, int place, bool precondition = false) =>
        Problems.Of(Problems.StatusOf(refusal, precondition), refusal.Code, $"Command {place + 1}: {refusal.Reason} Nothing was recorded.", new KeyValuePair<string, object?>("index", place));
}

/// <summary>What every command sent to <c>/commands</c> may hold besides its own members.</summary>
/// <param name="Command">Its name, such as <c>amendEntry</c>.</param>
/// <param name="Key">The same for every retry: a retry gets the first answer.</param>
/// <param name="IfMatch">The version of the subject as last seen; at any other it is refused.</param>
/// <param name="Id">What it is about; of what begins something, the id it gets, made up when left out.</param>
/// <param name="OccurredAt">When it was true: a date, a local time, or a time with its offset. Now when left out.</param>
internal sealed record CommandBody(string Command, string? Key, long? IfMatch, Guid? Id, string? OccurredAt);
