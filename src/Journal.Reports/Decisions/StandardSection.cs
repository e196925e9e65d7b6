using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>Decisions against the standards of their classes (C164). What is open past its standard breaches it.</summary>
internal static class StandardSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var held = Held.Of(scope);
        var breaches = held.Where(one => one.Breach > 0).ToList();
        builder.Add("standard.kept", "Decisions within their standard", "share", Kept(held));
        builder.Add(
            "standard.breachHours",
            "Hours beyond the standards, over all breaches",
            "hours",
            held.Count == 0 ? Kept(held) : Measure.Of(breaches.Sum(one => one.Breach), held.Count, breaches.SelectMany(one => one.Events)));
        builder.Add(new Table(
            "standard.breaches",
            "Decisions beyond their standard",
            ["question", "class", "standardHours", "hours", "breachHours", "state"],
            [.. breaches.OrderByDescending(one => one.Breach).ThenBy(one => one.Decision.Id).Select(Row)]));
    }

    private static Measure Kept(IReadOnlyList<Held> held) => held.Count == 0
        ? Measure.Missing("a standard set before a decision that was made or is past it")
        : Measure.Of((double)held.Count(one => one.Breach == 0) / held.Count, held.Count, held.SelectMany(one => one.Events));

    private static Row Row(Held one) => new(
        [
            one.Decision.Question,
            one.Standard.Class,
            Text.Cell(one.Standard.Hours),
            Text.Cell(one.Hours),
            Text.Cell(one.Breach),
            one.Made ? "made" : one.Decision.Closed is null ? "open" : "dropped",
        ],
        one.Decision.Id,
        [.. one.Events]);
}
