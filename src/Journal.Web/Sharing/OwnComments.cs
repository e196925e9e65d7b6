using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Sharing;
using Journal.Web.Access;
using Journal.Web.Reactions;
using Marten;
using Npgsql;

namespace Journal.Web.Sharing;

/// <summary>What somebody writes about the journals that others let them look at, as long as they let them comment.</summary>
public sealed class OwnComments(IDocumentStore store, Grants grants, SharedJournals journals, Notices notices, WordSealer sealer, JournalServerOptions options, TimeProvider clock)
{
    /// <summary>The most comments of one grant.</summary>
    public const int Most = 1_000;

    /// <summary>What is answered for a comment that is not there, or is somebody else's.</summary>
    public static Refusal Missing { get; } = Refusal.Unknown("comment.unknown", "There is no such comment.");

    private static readonly Refusal ReadOnly = Refusal.Unknown("comments.off", "What is shared with you is for reading, not for comments.");
    private static readonly Refusal NotShared = Refusal.Unknown("about.unknown", "Nothing of this is shared with you.");
    private static readonly Refusal Nothing = Refusal.Invalid("about.missing", "about is missing: the id of a subject or an event, or the name of a report.");
    private static readonly Refusal TooMany = Refusal.Conflict("comments.many", $"There are {Most} comments by this grant already; take some away.");
    private static readonly Refusal Repeated = Refusal.Invalid("idempotency.mismatch", "This Idempotency-Key was used for another comment.");

    /// <param name="author">Who writes.</param>
    /// <param name="owner">To whose journal.</param>
    /// <param name="wanted">What about what.</param>
    /// <param name="key">By which a repetition is known; null where there is none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The comment, or why not: <c>person.unknown</c>, <c>comments.off</c>, <c>text.*</c>, <c>about.missing</c>, <c>about.unknown</c>, <c>comments.many</c>, <c>idempotency.mismatch</c>.</returns>
    public async Task<(CommentLine? Comment, Refusal? Refusal)> WriteAsync(Person author, Guid owner, NewComment wanted, string? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(wanted);
        if (await MayAsync(author.Id, owner, ct) is { } not)
            return (null, not);
        if (string.IsNullOrWhiteSpace(wanted.About) || CommentText.Check(wanted.Text) is not null)
            return (null, CommentText.Check(wanted.Text) ?? Nothing);
        if (await journals.OpenAsync(author.Id, owner, "comments", ct) is not { } shared)
            return (null, SharedJournals.Unknown);
        if (CommentTarget.Find(shared, wanted.About.Trim()) is not { } target)
            return (null, NotShared);
        var (now, tenant) = (clock.GetUtcNow(), Author.TenantOf(owner));
        var comment = new Comment(key is null ? Guid.CreateVersion7(now) : NamedId.Create(author.Id, "comment", key, tenant), author.Id, shared.Grant.Id, target.Subject, target.Event, target.Report, wanted.Text!, now);
        await sealer.ClaimAsync(comment, tenant, ct);
        await using var session = store.LightweightSession(tenant);
        if (await HoldAsync(session, shared.Grant.Id, author.Id, owner, ct) is { } ended)
            return (null, ended);
        if (await session.LoadAsync<Comment>(comment.Id, ct) is { } before)
            return before with { Grant = comment.Grant, At = comment.At } == comment ? (Line(before), null) : (null, Repeated);
        if (await session.Query<Comment>().CountAsync(one => one.Grant == comment.Grant, ct) >= Most)
            return (null, TooMany);
        session.Insert(comment);
        await notices.AddAsync(session, owner, NoticeKind.CommentWritten, comment.Subject, null, comment.Id.ToString("N"), ct);
        await session.SaveChangesAsync(ct);
        return (Line(comment), null);

        CommentLine Line(Comment one) => CommentLine.Of(one, author.Handle, TitleOf(shared.Facts, one));
    }

    /// <summary>One's own comments on a journal, the newest first: of what is shared now, and as long as one may comment.</summary>
    public async Task<(IReadOnlyList<CommentLine> Comments, Refusal? Refusal)> ListAsync(Person author, Guid owner, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        if (await MayAsync(author.Id, owner, ct) is { } not)
            return ([], not);
        return await journals.OpenAsync(author.Id, owner, "comments", ct) is { } shared ? (await OfAsync(author, shared, ct), null) : ([], SharedJournals.Unknown);
    }

    /// <summary>The same of a journal that is open.</summary>
    public async Task<IReadOnlyList<CommentLine>> OfAsync(Person author, SharedJournal shared, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(shared);
        if (!shared.Grant.Comments)
            return [];
        await using var session = store.QuerySession(Author.TenantOf(shared.Person.Id));
        var own = await session.Query<Comment>().Where(one => one.Author == author.Id).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        var (events, subjects, reports) = (shared.Events.Select(e => e.Id).ToHashSet(), shared.Events.Select(e => e.Stream).ToHashSet(), SharedReports.Of(shared.Grant.Scope).Select(kind => kind.Name).ToHashSet());
        return
        [
            .. own.Where(one => one.Report is { } report ? reports.Contains(report) : one.Event is { } e ? events.Contains(e) : one.Subject is { } subject && subjects.Contains(subject))
                .Select(one => CommentLine.Of(one, author.Handle, TitleOf(shared.Facts, one))),
        ];
    }

    /// <summary>Takes away one's own comment, as long as one may comment.</summary>
    /// <returns>Why not; null when it is gone.</returns>
    public async Task<Refusal?> DeleteAsync(Guid author, Guid owner, Guid id, CancellationToken ct)
    {
        if (await MayAsync(author, owner, ct) is { } not)
            return not;
        await using var session = store.LightweightSession(Author.TenantOf(owner));
        if (await session.LoadAsync<Comment>(id, ct) is not { } comment || comment.Author != author)
            return Missing;
        session.Delete(comment);
        await session.SaveChangesAsync(ct);
        return null;
    }

    internal static string? TitleOf(JournalFacts facts, Comment comment) => comment.Subject is { } subject ? facts.Find(new HashSet<Guid> { subject }).GetValueOrDefault(subject)?.Heading : null;

    private async Task<Refusal?> MayAsync(Guid author, Guid owner, CancellationToken ct) =>
        await grants.FindAsync(author, owner, ct) is not var (_, grant) ? SharedJournals.Unknown : grant.Comments ? null : ReadOnly;

    // From here to the commit the grant does not end, both are not erased, and nobody else counts what there is by it.
    private async Task<Refusal?> HoldAsync(IDocumentSession session, Guid grant, Guid author, Guid owner, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var hold = new NpgsqlCommand($"select 1 from {options.Table("mt_doc_grant")} where id = $1 for update");
        hold.Parameters.Add(new() { Value = grant });
        await session.ExecuteAsync(hold, ct);
        await using var people = new NpgsqlCommand($"select 1 from {options.Table("mt_doc_person")} where id = any($1) order by id for share");
        people.Parameters.Add(new() { Value = new[] { author, owner } });
        await session.ExecuteAsync(people, ct);
        var isHere = await session.LoadAsync<Grant>(grant, ct) is { } held && held.Holds(clock.GetUtcNow());
        return isHere && await session.LoadAsync<Person>(author, ct) is not null && await session.LoadAsync<Person>(owner, ct) is not null ? null : SharedJournals.Unknown;
    }
}
