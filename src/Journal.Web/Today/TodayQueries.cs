using System.Globalization;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Today;

/// <summary>A person's day, for the API and the terminal.</summary>
public sealed class TodayQueries(FactsReader facts, TimeProvider clock)
{
    /// <param name="author">Whose day, in the zone it is asked in.</param>
    /// <param name="day">A day up to today, as in 2026-01-05; null for today.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(TodayAnswer? Answer, Refusal? Refusal)> ReadAsync(Author author, string? day, CancellationToken ct)
    {
        var today = TodayView.DayOf(clock.GetUtcNow(), author.Zone);
        var asked = today;
        if (day is not null && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asked))
            return (null, Refusal.Invalid("day.invalid", "day is a date such as 2026-01-05."));
        if (asked > today)
            return (null, Refusal.Invalid("day.future", "day lies in the future."));
        return (TodayAnswer.Of(TodayView.Of(author.Person, await facts.ReadAsync(author.Person, knownAt: null, ct), today, asked)), null);
    }
}
