using System.Globalization;
using Journal.Recording;
using Journal.Reports;

namespace Journal.Web.Reports;

/// <summary>Makes a request of what was asked.</summary>
public static class ReportRequests
{
    private static readonly Refusal Days = Refusal.Invalid("time.invalid", "from and to are dates, such as 2026-01-05.");
    private static readonly Refusal Moments = Refusal.Invalid(
        "time.invalid", "asOf and knownAt are dates (2026-01-05), local times (2026-01-05T07:30) or instants with their offset, or named: before:intervention:TITLE, peak:PRACTICE:NUMBER, label:NAME.");

    /// <param name="query">What was asked.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="now">What time it is.</param>
    /// <returns>The request, or why there is none: <c>time.invalid</c>, <c>to.future</c>, <c>time.order</c>, <c>rules.invalid</c>, <c>rules.unknown</c>, <c>rules.range</c>.</returns>
    public static (ReportRequest? Request, Refusal? Refusal) Read(ReportQuery query, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (!Day(query.From, out var from) || !Day(query.To, out var to))
        {
            return (null, Days);
        }

        if (!At(query.AsOf, out var asOf) || !At(query.KnownAt, out var knownAt))
        {
            return (null, Moments);
        }

        // Every week up to the last day is worked out. A day may be there already for somebody further east.
        var today = DateOnly.FromDateTime(LocalTime.Local(now, zone).DateTime);
        if (to > today.AddDays(1))
        {
            return (null, Refusal.Invalid("to.future", "The last day lies in the future."));
        }

        if (from > (to ?? today))
        {
            return (null, Refusal.Invalid("time.order", "The first day lies after the last."));
        }

        var (rules, refusal) = Rules(query.Rules ?? []);
        return rules is null
            ? (null, refusal)
            : (new ReportRequest
            {
                From = from,
                To = to ?? today,
                Today = to > today ? to : today,
                AsOf = asOf?.AsValidTime(zone),
                KnownAt = knownAt?.AsKnownAt(zone),
                Aim = query.Aim,
                Rules = rules,
            }, null);
    }

    private static (RuleSet? Rules, Refusal? Refusal) Rules(IEnumerable<string> changes)
    {
        var rules = RuleSet.Default;
        foreach (var change in changes.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (change.Split('=') is not [var name, var text] || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return (null, Refusal.Invalid("rules.invalid", "Rules are given as name=value, such as drop=0.5."));
            }

            var (changed, refusal) = rules.With(name.Trim(), value);
            if (changed is null)
            {
                return (null, refusal);
            }

            rules = changed;
        }

        return (rules, null);
    }

    private static bool Day(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return text is null || day is not null;
    }

    private static bool At(string? text, out LocalTime? moment)
    {
        moment = LocalTime.TryParse(text, out var read) ? read : null;
        return text is null || moment is not null;
    }
}
