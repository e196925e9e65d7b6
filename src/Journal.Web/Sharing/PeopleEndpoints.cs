using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.History;
using Journal.Web.Http;
using Journal.Web.Reports;
using Journal.Web.Subjects;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Sharing;

/// <summary>What others share with the one who asks. Whatever is not shared is answered as if it were not there.</summary>
internal static class PeopleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("Sharing");
        people.MapGet("/", List).WithName("ListPeople").WithSummary("Who lets you look at their journal, and which reports of theirs there are for you.");
        people.MapGet("/{person:guid}/reports/{report}", Report).WithName("GetSharedReport").WithSummary("A report on what somebody shares; it rests on nothing else.")
            .Produces<Report>(StatusCodes.Status200OK, "application/json", ReportAnswer.Csv, ReportAnswer.Svg);
        people.MapGet("/{person:guid}/history", History).WithName("GetSharedHistory").WithSummary("The events that somebody shares, in the order they were recorded, page by page.");
        people.MapGet("/{person:guid}/subjects/{kind}", Subjects).WithName("ListSharedSubjects").WithSummary("The things of one kind that somebody shares, as they stand.").Produces<FactPage<object>>().WithMetadata(new ParametersOf([]));
    }

    private static async Task<Ok<PeopleList>> List(SignedIn signedIn, Grants grants, CancellationToken ct) =>
        TypedResults.Ok(new PeopleList([.. (await grants.ReceivedAsync(signedIn.Person.Id, ct)).Select(one => PersonLine.Of(one.Giver, one.Grant))]));

    private static async Task<IResult> Report(
        Guid person, string report, string? from, string? to, string? asOf, string[]? rules, HttpRequest http, SignedIn signedIn, Grants grants, SharedJournals journals, TimeProvider clock, CancellationToken ct)
    {
        if (await grants.FindAsync(signedIn.Person.Id, person, ct) is not var (giver, grant))
            return Problems.Of(SharedJournals.Unknown);
        if (SharedReports.Find(grant.Scope, report) is not { } kind)
            return Problems.Of(Refusal.Unknown("report.unknown", "There is no such report of what is shared with you."));
        var (request, refusal) = ReportRequests.Read(new() { From = from, To = to, AsOf = asOf, Rules = rules }, giver.As("api").Zone, clock.GetUtcNow());
        if (request is null)
            return Problems.Of(refusal!);
        return await journals.OpenAsync(signedIn.Person.Id, person, $"reports/{kind.Name}", ct) is { } shared
            ? ReportAnswer.Of(kind.Of(person, request, shared.Facts, ct), http)
            : Problems.Of(SharedJournals.Unknown);
    }

    private static async Task<Results<Ok<HistoryPage>, ProblemHttpResult>> History(
        Guid person, string[]? kind, string? from, string? to, string? cursor, string? limit, SignedIn signedIn, Grants grants, SharedJournals journals, JournalServerOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (await grants.FindAsync(signedIn.Person.Id, person, ct) is not var (giver, _))
            return Problems.Of(SharedJournals.Unknown);
        if (PageLimit.Read(limit, options) is not { } most)
            return Problems.Of(PageLimit.Refusal(options));
        if (HistoryCursor.Read(cursor) is not { } after)
            return Problems.Of(Refusal.Invalid("cursor.invalid", "This cursor is none of ours."));
        var (filter, refusal) = HistoryFilter.Of(new() { Kind = kind, From = from, To = to }, giver.As("api").Zone);
        if (filter is null)
            return Problems.Of(refusal!);
        if (await journals.OpenAsync(signedIn.Person.Id, person, "history", ct) is not { } shared)
            return Problems.Of(SharedJournals.Unknown);
        var found = shared.Events.Where(e => e.Position > after && (filter.Types is null || filter.Types.Contains(e.Type)) && filter.Includes(e)).Take(most + 1).ToList();
        return TypedResults.Ok(new HistoryPage([.. found.Take(most).Select(e => EventView.Of(e, clock.GetUtcNow()))], found.Count > most ? HistoryCursor.Of(found[most - 1].Position) : null));
    }

    private static async Task<IResult> Subjects(Guid person, string kind, [AsParameters] FactQuery query, HttpContext http, SignedIn signedIn, SubjectQueries subjects, SharedJournals journals, CancellationToken ct)
    {
        if (FactKinds.Find(kind) is not { } sort)
            return Problems.Of(StatusCodes.Status404NotFound, "kind.unknown", "There is no such kind.");
        return await journals.OpenAsync(signedIn.Person.Id, person, $"subjects/{sort.Plural}", ct) is { } shared
            ? subjects.ListOf(sort, shared.Facts, query, http, null)
            : Problems.Of(SharedJournals.Unknown);
    }
}

internal sealed record PeopleList(IReadOnlyList<PersonLine> People);

/// <param name="Person">Their id, for the addresses below it.</param>
/// <param name="Comments">Whether you may comment on it.</param>
/// <param name="Until">When the grant ends by itself.</param>
/// <param name="Reports">Which reports there are of theirs.</param>
internal sealed record PersonLine(
    Guid Person, string Handle, Guid Grant, IReadOnlyList<Layer> Layers, IReadOnlyList<string> Kinds, DateOnly? From, DateOnly? To, bool Words, bool Comments, DateTimeOffset Until, IReadOnlyList<string> Reports)
{
    public static PersonLine Of(Person giver, Grant grant) => new(
        giver.Id, giver.Handle, grant.Id, grant.Scope.Layers, grant.Scope.Kinds, grant.Scope.From, grant.Scope.To, grant.Scope.Words, grant.Comments, grant.Until, [.. SharedReports.Of(grant.Scope).Select(kind => kind.Name)]);
}
