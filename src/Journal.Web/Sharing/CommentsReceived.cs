using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Marten;

namespace Journal.Web.Sharing;

/// <summary>What others wrote about a person's journal: it stays the person's when a grant ends.</summary>
public sealed class CommentsReceived(IDocumentStore store, PeopleRegistry people, FactsReader facts)
{
    /// <summary>The person's, newest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="by">Only by who has this handle.</param>
    /// <param name="about">Only about this subject and its events, this event, or the report of this name.</param>
    /// <param name="before">Only those behind this mark; null for the newest.</param>
    /// <param name="limit">At most as many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<CommentLine>> ListAsync(Guid person, string? by, string? about, PageMark? before, int limit, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        IQueryable<Comment> query = session.Query<Comment>();
        if (by is not null)
        {
            var author = (await people.FindAsync(by.Trim(), ct))?.Id ?? Guid.Empty;
            query = query.Where(one => one.Author == author);
        }

        if (Guid.TryParse(about, out var id))
            query = query.Where(one => one.Subject == id || one.Event == id);
        else if (about is not null)
            query = query.Where(one => one.Report == about);
        var found = await query.Behind(before).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(limit).ToListAsync(ct);
        if (found.Count == 0)
            return [];
        var known = await facts.ReadAsync(person, knownAt: null, ct);
        var handles = (await session.LoadManyAsync<Person>(ct, found.Select(one => one.Author).Distinct())).ToDictionary(one => one.Id, one => one.Handle);
        return [.. found.Select(one => CommentLine.Of(one, handles.GetValueOrDefault(one.Author), OwnComments.TitleOf(known, one)))];
    }

    /// <summary>Takes one away.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(Guid person, Guid id, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Comment>(id, ct) is not { } comment)
            return false;
        session.Delete(comment);
        await session.SaveChangesAsync(ct);
        return true;
    }
}
