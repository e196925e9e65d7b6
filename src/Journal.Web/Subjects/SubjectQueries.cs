using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Journal.Web.Subjects;

/// <summary>A person's things as their record has them: listed, one by one, and by their events.</summary>
internal sealed class SubjectQueries(FactsReader facts, PersonEvents events, JournalServerOptions options)
{
    private const string Oldest = "oldest";
    private const string Newest = "newest";

    private static readonly Refusal Order = Refusal.Invalid("order.unknown", $"order is {Oldest} or {Newest}.");
    private static readonly Refusal Days = Refusal.Invalid("time.invalid", "from and to are dates, such as 2026-01-05.");

    /// <summary>A page of them.</summary>
    /// <param name="kind">Of what sort.</param>
    /// <param name="query">Which page, and which of them.</param>
    /// <param name="http">Holds what the sort itself can be picked by.</param>
    /// <param name="only">Which of them besides; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IResult> ListAsync(FactKind kind, FactQuery query, HttpContext http, Func<Fact, bool>? only, CancellationToken ct) =>
        ListOf(kind, await facts.ReadAsync(PersonOf(http), knownAt: null, ct), query, http, only);

    /// <summary>A page of those in a record.</summary>
    public IResult ListOf(FactKind kind, JournalFacts record, FactQuery query, HttpContext http, Func<Fact, bool>? only)
    {
        if (PageLimit.Read(query.Limit, options) is not { } limit)
            return Problems.Of(PageLimit.Refusal(options));
        if (!FactCursor.TryRead(query.Cursor, out var after))
            return Problems.Of(Refusal.Invalid("cursor.invalid", "This cursor is none of ours."));
        if (!Day(query.From, out var from) || !Day(query.To, out var to))
            return Problems.Of(Days);
        if (query.Order is not (null or Oldest or Newest))
            return Problems.Of(Order);
        var filter = FactFilter.Of(kind);
        var (includes, refusal) = filter.Read(http.Request.Query);
        if (includes is null)
            return Problems.Of(refusal!);

        var all = kind.In(record);
        var sign = query.Order == Newest ? -1 : 1;
        var page = (sign > 0 ? all : all.Reverse())
            .SkipWhile(fact => after is { } cursor && (fact.OccurredAt.UtcTicks, fact.Id).CompareTo(cursor) * sign <= 0)
            .Where(fact => !(fact.Day < from) && !(fact.Day > to) && (query.Aim is not { } aim || filter.Serves(fact, aim)) && (only is null || only(fact)) && includes(fact))
            .Take(limit + 1).ToList();
        return TypedResults.Ok(new FactPage<object>([.. page.Take(limit)], page.Count > limit ? FactCursor.Of(page[limit - 1]) : null));
    }

    /// <summary>One of them, as it stands now; its version is the entity tag.</summary>
    /// <param name="kind">Of what sort.</param>
    /// <param name="id">Which.</param>
    /// <param name="whole">The subject it is a part of; itself when it is none.</param>
    /// <param name="http">The request.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IResult> GetAsync(FactKind kind, Guid id, Guid whole, HttpContext http, CancellationToken ct)
    {
        var person = PersonOf(http);
        // Read before the record: a tag that is older than what it stands for is refused when it is sent with a change, one that is newer would let an unseen change pass.
        var version = await events.VersionAsync(Author.TenantOf(person), whole, ct);
        var found = kind.In(await facts.ReadAsync(person, knownAt: null, ct)).FirstOrDefault(fact => fact.Id == id);
        if (found is null)
            return version > 0 && !kind.IsPart && await IsOfAsync(kind, person, id, ct)
                ? Problems.Of(StatusCodes.Status410Gone, $"{kind.Word}.retracted", $"This {kind.Word} was retracted; its events tell of it.")
                : Problems.Of(Unknown(kind));
        if (version > 0)
            http.Response.Headers.ETag = SubjectVersion.Tag(version);
        return TypedResults.Ok<object>(found);
    }

    /// <summary>The events of a subject, oldest first.</summary>
    public async Task<IResult> EventsAsync(FactKind kind, Guid id, HttpContext http, CancellationToken ct)
    {
        var all = await events.SubjectAsync(Author.TenantOf(PersonOf(http)), id, 1, ct);
        if (!all.Exists(e => FactKinds.Folding(e.Data.GetType())?.Whole == kind))
            return Problems.Of(Unknown(kind));
        http.Response.Headers.ETag = SubjectVersion.Tag(all[^1].Version);
        return TypedResults.Ok(new SubjectEvents(id, all[^1].Version, [.. all.Select(EventView.Of)]));
    }

    /// <summary>What is said where there is none of an id, or another person has it.</summary>
    public static Refusal Unknown(FactKind kind) => Refusal.Unknown($"{kind.Word}.unknown", $"There is no such {kind.Word}.");

    private async Task<bool> IsOfAsync(FactKind kind, Guid person, Guid id, CancellationToken ct) =>
        (await events.BeginningsAsync(Author.TenantOf(person), [id], ct)).TryGetValue(id, out var name) && EventTypes.Find(name) is { } begun && FactKinds.BegunBy(begun) == kind;

    private static Guid PersonOf(HttpContext http) => http.Features.GetRequiredFeature<SignedIn>().Person.Id;

    private static bool Day(string? text, out DateOnly? day)
    {
        day = LocalTime.TryParse(text, out var read) && read.IsWholeDay ? read.Day : null;
        return text is null || day is not null;
    }
}

/// <summary>One subject as its own history tells it.</summary>
/// <param name="Version">The number of its events; also the entity tag.</param>
/// <param name="Events">All of them, oldest first.</param>
internal sealed record SubjectEvents(Guid Id, long Version, IReadOnlyList<EventView> Events);
