using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Overview;
using Journal.Web.Reports;

namespace Journal.Web.Pages;

/// <summary>Reads a person's journal as a page is asked to.</summary>
internal sealed class ReadingSource(FactsReader facts, NamedTimes times, TimeProvider clock)
{
    /// <returns>The reading, or the page that says why the question cannot be read.</returns>
    public async Task<(Reading? Reading, HtmlPage? Refusal)> ReadAsync(HttpRequest request, Person person, CancellationToken ct)
    {
        var query = PageQuery.Of(request.Query);
        var author = person.As("page");
        var (asOf, knownAt, unknown) = await times.ResolveAsync(author, query.AsOf, query.KnownAt, ct);
        var (question, refusal) = unknown is null ? PageRequest.Of(query with { AsOf = asOf, KnownAt = knownAt }, author.Zone, clock.GetUtcNow()) : (null, unknown);
        return question is null
            ? (null, new HtmlPage(OverviewPage.Refused(person.Handle, query, AskForm.InItsWords(refusal!)), StatusCodes.Status422UnprocessableEntity))
            : (Reading.Of(person.Id, person.Handle, query, question, await facts.ReadAsync(person.Id, question.KnownAt, ct)), null);
    }
}
