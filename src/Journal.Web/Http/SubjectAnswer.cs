using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Http;

/// <summary>One subject as its own history tells it.</summary>
/// <param name="Version">The number of its events; also the entity tag.</param>
/// <param name="Events">All of them, oldest first.</param>
internal sealed record SubjectAnswer(Guid Id, long Version, IReadOnlyList<EventView> Events)
{
    /// <param name="context">The request.</param>
    /// <param name="word">The subject's word in refusals.</param>
    /// <param name="id">The subject.</param>
    /// <param name="part">Picks the events about one part of it; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> GetAsync<TState>(
        HttpContext context, string word, Guid id, Func<object, bool>? part, CancellationToken ct)
        where TState : class, IState<TState>
    {
        var person = context.Features.GetRequiredFeature<SignedIn>().Person;
        var all = await context.RequestServices.GetRequiredService<PersonEvents>().SubjectAsync(Author.TenantOf(person.Id), id, 1, ct);
        var events = part is null ? all : [.. all.Where(e => part(e.Data))];
        if (events.Count == 0 || all.Select(e => e.Data).OfType<IJournalEvent>().Aggregate((TState?)null, TState.Fold) is null)
            return Problems.Of(Refusal.Unknown($"{word}.unknown", $"There is no such {word}."));
        context.Response.Headers.ETag = SubjectVersion.Tag(all[^1].Version);
        return TypedResults.Ok(new SubjectAnswer(id, all[^1].Version, [.. events.Select(EventView.Of)]));
    }
}
