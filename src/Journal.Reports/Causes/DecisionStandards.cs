using Journal.Decisions;

namespace Journal.Reports.Causes;

/// <summary>Within how many hours decisions were meant to be made.</summary>
internal sealed class DecisionStandards(IEnumerable<StandardFact> standards, IRules rules)
{
    public static readonly Rule StandardHours = new("standardHours", 168, 1, 8784, "Hours within which a decision is meant to be made where no standard of the person's own says otherwise.");

    private readonly ILookup<string, StandardFact> byClass = standards.ToLookup(one => one.Class ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>Hours: the standard of its class in force when it was opened, else that for every class, else the rules' own.</summary>
    public double Hours(DecisionFact decision) => (InForce(decision.Class ?? "", decision) ?? InForce("", decision))?.Hours ?? rules[StandardHours];

    /// <summary>By when it was meant to be made.</summary>
    public DateTimeOffset Deadline(DecisionFact decision) => decision.OccurredAt.AddHours(Hours(decision));

    private StandardFact? InForce(string name, DecisionFact decision) => byClass[name].LastOrDefault(one => one.OccurredAt <= decision.OccurredAt);
}

/// <summary>Where a day ends for the person who lived it.</summary>
internal static class DayEnd
{
    /// <summary>The end of a day, in the offset of a moment of theirs.</summary>
    public static DateTimeOffset EndLike(this DateOnly day, DateTimeOffset moment) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), moment.Offset);

    /// <summary>Whether a moment lies on a day or before it.</summary>
    public static bool By(this DateTimeOffset moment, DateOnly day) => DateOnly.FromDateTime(moment.DateTime) <= day;
}
