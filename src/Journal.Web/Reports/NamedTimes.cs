using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;

namespace Journal.Web.Reports;

/// <summary>Makes dates and instants of the moments that a person names by what their journal holds.</summary>
public sealed class NamedTimes(FactsReader facts, TimeProvider clock)
{
    /// <summary>The moment as a date or an instant, by what is known now; any other text as it is.</summary>
    /// <returns>The text, or <c>moment.unknown</c>.</returns>
    public async Task<(string? Text, Refusal? Refusal)> ResolveAsync(Author author, string? text, CancellationToken ct)
    {
        if (NamedMoment.Parse(text) is not { } named)
            return (text, null);
        var today = DateOnly.FromDateTime(LocalTime.Local(clock.GetUtcNow(), author.Zone).DateTime);
        return new MomentFinder(await facts.ReadAsync(author.Person, knownAt: null, ct), today, RuleSet.Default).Find(named);
    }

    /// <summary>Both clocks of a question.</summary>
    /// <returns>Their texts, or why there is none: <c>moment.unknown</c>.</returns>
    public async Task<(string? AsOf, string? KnownAt, Refusal? Refusal)> ResolveAsync(Author author, string? asOf, string? knownAt, CancellationToken ct)
    {
        var (day, refusal) = await ResolveAsync(author, asOf, ct);
        if (refusal is not null)
            return (null, null, refusal);
        var (known, missing) = await ResolveAsync(author, knownAt, ct);
        return (day, known, missing);
    }
}
