using System.Reflection;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;

namespace Journal.Web.Subjects;

/// <summary>
/// Every sort of subject over HTTP, as the facts and commands declare it: POST /decisions begins one, POST /decisions/{id}/make says something of it,
/// GET lists and shows.
/// </summary>
internal static class SubjectRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var show = typeof(SubjectRoutes).GetMethod(nameof(Show), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var kind in FactKinds.All.Where(kind => !kind.IsPart))
            show.MakeGenericMethod(kind.State!, kind.Fact).Invoke(null, [Group(api, kind), kind]);
        // Those that share an address are told apart by their bodies, which is an endpoint's own business.
        foreach (var kind in CommandKinds.All.GroupBy(kind => (kind.Method, kind.Address)).Where(same => same.Count() == 1).Select(same => same.Single()))
            Take(Group(api, kind.About), kind);
    }

    private static void Show<TState, TFact>(RouteGroupBuilder group, FactKind kind)
        where TState : class, IState<TState>
        where TFact : Fact
    {
        group.MapGet("/", ([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
            facts.GetAsync<TFact>(signedIn, kind.Word, query, null, ct)).WithName($"List{Capital(kind.Plural)}").WithSummary($"{kind.Summary} As they stand.");
        group.MapGet("/{id:guid}", (Guid id, HttpContext context, CancellationToken ct) =>
            SubjectAnswer.GetAsync<TState>(context, kind.Word, id, null, ct)).WithName($"Get{Capital(kind.Word)}").WithSummary("One of them with its history.");
    }

    private static void Take(RouteGroupBuilder group, CommandKind kind)
    {
        var address = kind.Address[kind.About.Plural.Length..].Replace("}", ":guid}", StringComparison.Ordinal) is { Length: > 0 } behind ? behind : "/";
        var route = kind.Makes is null
            ? group.MapMethods(address, [kind.Method], (Incoming request, Recorder recorder, CancellationToken ct) => request.ChangeAsync(kind, recorder, ct))
            : group.MapMethods(address, [kind.Method], (Incoming request, Recorder recorder, CancellationToken ct) => request.MakeAsync(kind, recorder, ct));
        route.Accepts(kind.Command, "application/json").WithName(Capital(kind.Name)).WithSummary(kind.Summary);
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder api, FactKind kind) => api.MapGroup($"/{kind.Plural}").WithTags(Capital(kind.Plural));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
