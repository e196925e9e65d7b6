using Journal.Recording;

namespace Journal.Decisions;

/// <summary>From here on, decisions of a class are meant to be made within so many hours. A later standard for the class takes its place.</summary>
/// <param name="Class">The class, compared without case; null for every decision that has none of its own.</param>
public sealed record DecisionStandardSet(Guid StandardId, [property: Personal] string? Class, double Hours, DateTimeOffset OccurredAt) : IJournalEvent
{
    private const double MostHours = 10 * 366 * 24;

    Guid IJournalEvent.SubjectId => StandardId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.OptionalTitle(Class, "class")
        ?? (Hours is > 0 and <= MostHours ? null : Refusal.Invalid("hours.range", $"hours is a number above 0, up to {MostHours} (ten years)."))
        ?? Check.When(OccurredAt, now);
}

/// <param name="Items">What matters, the first most; compared without case from one ranking to the next.</param>
public sealed record PrioritiesRanked(Guid RankingId, [property: Personal] IReadOnlyList<string> Items, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => RankingId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Ranking(Items) ?? Check.When(OccurredAt, now);

    private static Refusal? Ranking(IReadOnlyList<string>? items) =>
        items is null or [] ? Refusal.Invalid("items.missing", "Name at least one item.")
        : Check.Titles(items, "items") is { } refusal ? refusal
        : items.Distinct(StringComparer.OrdinalIgnoreCase).Count() < items.Count ? Refusal.Invalid("items.repeated", "An item stands in a ranking once.")
        : null;
}
