using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Sharing;

/// <summary>Comments: one's own on what others share, and others' on one's own journal.</summary>
internal static class CommentEndpoints
{
    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder heavy)
    {
        var received = api.MapGroup("/comments").WithTags("Sharing");
        received.MapGet("/", List).WithName("ListComments").WithSummary("What others wrote about this journal, newest first.");
        received.MapDelete("/{id:guid}", Delete).WithName("DeleteComment").WithSummary("Takes one away, whoever wrote it.");
        var own = heavy.MapGroup("/people/{person:guid}/comments").WithTags("Sharing");
        own.MapGet("/", ListOwn).WithName("ListOwnComments").WithSummary("What you wrote about what somebody shares, newest first.");
        own.MapPost("/", Write).WithName("WriteComment").WithSummary("Writes about a subject, an event or a report that somebody shares; repeats are known by Idempotency-Key.")
            .Accepts<NewComment>("application/json").WithMetadata(new BodyExample("""{"about":"cycles","text":"The third week again. What was different?"}"""));
        own.MapDelete("/{id:guid}", DeleteOwn).WithName("DeleteOwnComment").WithSummary("Takes back what you wrote.");
    }

    private static async Task<Results<Ok<CommentList>, ProblemHttpResult>> List(string? person, string? about, PageMark? before, string? limit, SignedIn signedIn, CommentsReceived comments, JournalServerOptions options, CancellationToken ct)
    {
        if (PageLimit.Read(limit, options) is not { } most)
            return Problems.Of(PageLimit.Refusal(options));
        var found = await comments.ListAsync(signedIn.Person.Id, person, about, before, most, ct);
        return TypedResults.Ok(new CommentList(found, PageMark.After(found, most, line => new(line.At, line.Id))?.ToString()));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, SignedIn signedIn, CommentsReceived comments, CancellationToken ct) =>
        await comments.DeleteAsync(signedIn.Person.Id, id, ct) ? TypedResults.NoContent() : Problems.Of(OwnComments.Missing);

    private static async Task<Results<Ok<CommentList>, ProblemHttpResult>> ListOwn(Guid person, SignedIn signedIn, OwnComments comments, CancellationToken ct)
    {
        var (found, refusal) = await comments.ListAsync(signedIn.Person, person, ct);
        return refusal is null ? TypedResults.Ok(new CommentList(found, Next: null)) : Problems.Of(refusal);
    }

    private static async Task<Results<Created<CommentLine>, ProblemHttpResult>> Write(Guid person, HttpContext context, SignedIn signedIn, OwnComments comments, CancellationToken ct)
    {
        var (key, bad) = IdempotencyKey.Read(context.Request);
        if (bad is not null)
            return bad;
        var (wanted, problem) = await JsonBody.ReadAsync(context, SharingJson.Default.NewComment);
        if (wanted is null)
            return problem!;
        var (comment, refusal) = await comments.WriteAsync(signedIn.Person, person, wanted, key, ct);
        return comment is null ? Problems.Of(refusal!) : TypedResults.Created($"/api/v1/people/{person}/comments/{comment.Id}", comment);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteOwn(Guid person, Guid id, SignedIn signedIn, OwnComments comments, CancellationToken ct) =>
        await comments.DeleteAsync(signedIn.Person.Id, person, id, ct) is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
}

/// <param name="Comments">The newest first.</param>
/// <param name="Next">Where the next page begins, for <c>before</c>; null when this is the last.</param>
internal sealed record CommentList(IReadOnlyList<CommentLine> Comments, string? Next);
