using System.Globalization;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

/// <summary>Of the interpretations and readings of setbacks that say so, the share that supports acting on the aim.</summary>
internal static class Congruence
{
    /// <summary>What says whether it supports the aim, by valid time.</summary>
    public static IReadOnlyList<ThinkingRecord> Said(JournalFacts facts, Guid? aim) =>
    [
        .. facts.Of<InterpretationFact>().Select(ThinkingRecord.Of)
            .Concat(facts.Of<SetbackFact>().Select(ThinkingRecord.Of))
            .Where(one => one.Supports is not null && (aim is null || one.AimId == aim))
            .OrderBy(one => one.At).ThenBy(one => one.Id),
    ];
}

/// <summary>Congruence over the window, and month by month.</summary>
internal static class CongruenceSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var said = Congruence.Said(view.Facts, view.Request.Aim).Where(one => view.Covers(one.At)).ToList();
        var months = said.ToLookup(one => Months.Of(one.Day));
        builder.Add("congruence", "share of interpretations that support the aim", "share", Measure.Proportion(
            said.Count(one => one.Supports == true), said.Count, said.SelectMany(one => one.Events), "interpretations that say whether they support the aim"));
        builder.Add(new Series(
            "congruence",
            "share of interpretations that support the aim, by month",
            "share",
            view.Request.Aim,
            [.. Months.Range(view.First, view.Last).Select(month => Of(month, [.. months[month]]))]));
    }

    private static Point Of(DateOnly month, IReadOnlyList<ThinkingRecord> said) =>
        new(month, said.Count == 0 ? null : (double)said.Count(one => one.Supports == true) / said.Count, said.Count);
}

/// <summary>Calendar months, by their first day.</summary>
internal static class Months
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static string Word(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static IEnumerable<DateOnly> Range(DateOnly first, DateOnly last)
    {
        for (var month = Of(first); month <= last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
