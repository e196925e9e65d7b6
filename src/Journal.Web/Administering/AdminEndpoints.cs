using System.Text.Json.Serialization;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Administering;

/// <summary>The people of a server, for its administrators. Whoever is none is told that there is nothing.</summary>
internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Administration").WithMetadata(new ManagesTokens());
        admin.AddEndpointFilter((asked, next) => asked.HttpContext.Features.Get<SignedIn>() is { Person.IsAdministrator: true } ? next(asked) : ValueTask.FromResult<object?>(Problems.OfStatus(StatusCodes.Status404NotFound)));
        admin.MapGet("/people", List).WithName("ListPeopleHere").WithSummary("Everybody who keeps a journal here, by handle, without a word or figure of theirs. For administrators.");
        admin.MapPost("/invitations", Invite).WithStepUp().WithName("InvitePerson").WithSummary("A link by which one person can begin a journal here, within a week.");
        admin.MapPatch("/people/{id:guid}", Change).WithStepUp().WithName("ChangePersonHere").WithSummary("Closes somebody's journal, so that nothing lets them in, or opens it again; makes them an administrator, or no longer.").Accepts<PersonChange>("application/json");
        admin.MapDelete("/people/{id:guid}/access", EndAccess).WithStepUp().WithName("EndAccessOfPerson").WithSummary("Ends all their sessions, tokens and links; they may sign in again.");
        admin.MapPost("/people/{id:guid}/erasure", Erase).WithStepUp().WithName("ErasePersonHere").WithSummary("Begins their erasure, in seven days, in which they can take it back.").Accepts<OtherErasure>("application/json");
    }

    private static async Task<Ok<PeopleHere>> List(Administration administration, CancellationToken ct) => TypedResults.Ok(new PeopleHere(await administration.ListAsync(ct)));

    private static async Task<Ok<InvitationLink>> Invite(HttpContext context, SignedIn signedIn, Administration administration, CancellationToken ct) =>
        TypedResults.Ok(new InvitationLink(await administration.InviteAsync(signedIn.Person.Id, new($"{context.Request.Scheme}://{context.Request.Host}"), AuditSource.Of(context), ct)));

    private static async Task<Results<NoContent, ProblemHttpResult>> Change(Guid id, HttpContext context, SignedIn signedIn, Administration administration, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, AdminJson.Default.PersonChange);
        if (sent is null)
            return problem!;
        var refusal = sent.Administrator is { } mark ? await administration.MarkAsync(id, mark, signedIn.Person.Id, AuditSource.Of(context), ct) : null;
        if (refusal is null && sent.Closed is { } closed)
            refusal = await administration.CloseAsync(id, closed, signedIn.Person.Id, AuditSource.Of(context), ct);
        return Done(refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAccess(Guid id, HttpContext context, SignedIn signedIn, Administration administration, CancellationToken ct) =>
        Done(await administration.EndAccessAsync(id, signedIn.Person.Id, AuditSource.Of(context), ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> Erase(Guid id, HttpContext context, SignedIn signedIn, Administration administration, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, AdminJson.Default.OtherErasure);
        return sent is null ? problem! : Done(await administration.EraseAsync(id, sent.Handle, signedIn.Person.Id, AuditSource.Of(context), ct));
    }

    private static Results<NoContent, ProblemHttpResult> Done(Refusal? refusal) => refusal is null ? TypedResults.NoContent() : Problems.Of(refusal);
}

internal sealed record PeopleHere(IReadOnlyList<PersonHere> People);

internal sealed record InvitationLink(Uri Link);

/// <param name="Closed">True closes, false opens again.</param>
/// <param name="Administrator">Whether they are one from here on.</param>
internal sealed record PersonChange(bool? Closed = null, bool? Administrator = null);

/// <param name="Handle">Theirs, written out.</param>
internal sealed record OtherErasure(string Handle);

/// <summary>The bodies about the people of a server.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PeopleHere))]
[JsonSerializable(typeof(InvitationLink))]
[JsonSerializable(typeof(PersonChange))]
[JsonSerializable(typeof(OtherErasure))]
internal sealed partial class AdminJson : JsonSerializerContext;
