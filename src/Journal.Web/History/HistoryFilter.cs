using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.History;

/// <summary>Which of a person's events to show.</summary>
internal sealed record HistoryFilter
{
    /// <summary>Stored names; null for all.</summary>
    public IReadOnlyCollection<string>? Types { get; init; }

    public Guid? Aim { get; init; }

    public DateTimeOffset? KnownAt { get; init; }

    private LocalTime? From { get; init; }

    private DateTimeOffset FromInstant { get; init; }

    private ValidTime? To { get; init; }

    private ValidTime? AsOf { get; init; }

    public bool Includes(RecordedEvent e)
    {
        var at = e.OccurredAt;
        return (From is not { } from || (from.IsWholeDay ? DateOnly.FromDateTime(at.DateTime) >= from.Day : at >= FromInstant))
            && (To is not { } to || to.Includes(at))
            && (AsOf is not { } asOf || asOf.Includes(at));
    }

    public static (HistoryFilter? Filter, Refusal? Refusal) Of(HistoryQuery query, TimeZoneInfo zone)
    {
        var words = (query.Kind ?? []).SelectMany(kind => kind.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (words.Any(word => EventFamilies.Find(word).Count == 0))
            return (null, Refusal.Invalid("kind.unknown", $"kind is a stored event name or one of {string.Join(", ", EventFamilies.All)}."));
        if (!(Read(query.From, out var from) && Read(query.To, out var to) && Read(query.AsOf, out var asOf) && Read(query.KnownAt, out var knownAt)))
            return (null, Refusal.Invalid("time.invalid", "from, to, asOf and knownAt are dates (2026-01-05), local times (2026-01-05T07:30) or instants with their offset."));
        return (new()
        {
            Types = words.Count == 0 ? null : [.. words.SelectMany(EventFamilies.Find)],
            Aim = query.Aim,
            From = from,
            FromInstant = from?.In(zone) ?? default,
            To = to?.AsValidTime(zone),
            AsOf = asOf?.AsValidTime(zone),
            KnownAt = knownAt?.AsKnownAt(zone),
        }, null);
    }

    private static bool Read(string? text, out LocalTime? moment)
    {
        moment = LocalTime.TryParse(text, out var read) ? read : null;
        return text is null || moment is not null;
    }
}
