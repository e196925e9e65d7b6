using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

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

    private static Point Of(DateOnly month, IReadOnlyList<Thought> said) =>
        new(month, said.Count == 0 ? null : (double)said.Count(one => one.Supports == true) / said.Count, said.Count);
}
