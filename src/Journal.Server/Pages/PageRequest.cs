using System.Globalization;
using Journal.Domain;
using Journal.Domain.Rules;
using Journal.Reports.Provenance;
using Journal.Server.Recording;

namespace Journal.Server.Pages;

/// <summary>Reads what a page is asked in a person's own time.</summary>
internal static class PageRequest
{
    /// <param name="query">As it was written.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="now">The present, in that zone.</param>
    /// <returns>What to ask the reports, or what cannot be read.</returns>
    public static (ReportRequest? Request, Refusal? Refusal) Of(PageQuery query, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (!(TryDay(query.From, out var from) && TryDay(query.To, out var to) && TryMoment(query.AsOf, out var asOf) && TryMoment(query.KnownAt, out var knownAt)))
            return (null, Refusal.Invalid("time.invalid", "Days are written as 2026-01-05; “as true on” and “as known on” also take a time, as in 2026-01-05T07:30."));
        var last = to ?? today;
        // A day may be over elsewhere before it begins here.
        if (last > today.AddDays(1))
            return (null, Refusal.Invalid("to.future", "The last day lies in the future."));
        if (from > last)
            return (null, Refusal.Invalid("from.late", "The first day lies after the last."));
        var (rules, refusal) = Rules(query);
        return rules is null ? (null, refusal) : (new()
        {
            From = from,
            To = last,
            AsOf = asOf?.AsValidTime(zone),
            KnownAt = knownAt?.AsKnownAt(zone),
            Rules = rules,
        }, null);
    }

    private static (RuleSet? Rules, Refusal? Refusal) Rules(PageQuery query)
    {
        var rules = RuleSet.Default;
        foreach (var (name, text) in new[] { ("drop", query.Drop), ("progress", query.Progress) })
        {
            if (text is null)
                continue;
            var (changed, refusal) = rules.With(name, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN);
            if (changed is null)
                return (null, refusal);
            rules = changed;
        }

        return (rules, null);
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = TryMoment(text, out var moment) && moment is { IsWholeDay: true } whole ? whole.Day : null;
        return text is null || day is not null;
    }

    private static bool TryMoment(string? text, out Moment? moment)
    {
        moment = Moment.TryParse(text, out var read) ? read : null;
        return text is null || moment is not null;
    }
}
