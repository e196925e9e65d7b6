using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Reports;

namespace Journal.Web.Pages;

/// <summary>Reads a person's journal as a page is asked to.</summary>
internal sealed class ReadingSource(FactsReader facts, NamedTimes times, TimeProvider clock)
{
    /// <returns>The reading, or why the question cannot be read.</returns>
    public async Task<(Reading? Reading, Refusal? Refusal)> ReadAsync(PageQuery query, Person person, CancellationToken ct)
    {
        var (question, refusal) = await AskAsync(query, person, ct);
        return question is null ? (null, refusal) : (Reading.Of(person.Id, query, question, await facts.ReadAsync(person.Id, question.KnownAt, ct)), null);
    }

    /// <returns>What to ask the reports, or why that cannot be read.</returns>
    public async Task<(ReportRequest? Request, Refusal? Refusal)> AskAsync(PageQuery query, Person person, CancellationToken ct)
    {
        var author = person.As("page");
        var (asOf, knownAt, unknown) = await times.ResolveAsync(author, query.AsOf, query.KnownAt, ct);
        return unknown is null ? PageRequest.Of(query with { AsOf = asOf, KnownAt = knownAt }, author.Zone, clock.GetUtcNow()) : (null, unknown);
    }
}
