using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Subjects;

namespace Journal.Web.Http;

/// <summary>Every sort of subject over HTTP: POST /decisions begins one, POST /decisions/{id}/make says something of it, GET lists and shows.</summary>
internal sealed class SubjectRoutes(IEndpointRouteBuilder api) : ISubjectSurface
{
    public static void Map(IEndpointRouteBuilder api) => JournalSubjects.ShowOn(new SubjectRoutes(api));

    public void Show<TState, TFact>(SubjectKind<TState, TFact> subject)
        where TState : class, IState<TState>
        where TFact : Fact
    {
        var (group, name) = (Group(subject), Capital(subject.Word));
        group.MapGet("/", ([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
            facts.GetAsync<TFact>(signedIn, subject.Word, query, null, ct)).WithName($"List{Capital(subject.Plural)}").WithSummary($"{subject.Summary} As they stand.");
        group.MapGet("/{id:guid}", (Guid id, HttpContext context, CancellationToken ct) =>
            SubjectAnswer.GetAsync<TState>(context, subject.Word, id, null, ct)).WithName($"Get{name}").WithSummary("One of them with its history.");
    }

    public void Show<TCommand, TState>(SubjectKind subject, CommandKind<TCommand, TState> command)
        where TCommand : Command
        where TState : class, IState<TState>
    {
        var route = command.Begins
            ? Group(subject).MapPost("/", (Incoming<TCommand> request, Recorder recorder, CancellationToken ct) =>
                request.CreateAsync(recorder, command.Decide, made => $"{subject.Plural}/{made.Id}", ct))
            : Group(subject).MapPost($"/{{id:guid}}/{command.Verb}{(command.Part is { } part ? $"/{{{part}:guid}}" : "")}", (Incoming<TCommand> request, Recorder recorder, CancellationToken ct) =>
                request.ChangeAsync(recorder, command.Decide, ct));
        route.WithName(command.Command == typeof(RetractSubject) ? $"Retract{Capital(subject.Word)}" : command.Command.Name).WithSummary(command.Summary);
    }

    private RouteGroupBuilder Group(SubjectKind subject) => api.MapGroup($"/{subject.Plural}").WithTags(Capital(subject.Plural));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
