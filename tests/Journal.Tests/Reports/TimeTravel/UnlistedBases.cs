namespace Journal.Tests.Reports.TimeTravel;

/// <summary>Why some figures rest on more than the events they list.</summary>
internal static class UnlistedBases
{
    public const string QuietDays = "It counts days of a practice without a record, by how other days were: neither the practice's beginning nor those days' samples are among its own events.";
    public const string QuietWeeks = "It compares weeks, and a week in which nothing came out or was done counts with no event of its own.";
    public const string Ranks = "Which weeks had the most to carry shows only beside all the others.";
    public const string Others = "A share of all that was spent moves with what was spent on other things.";
    public const string None = "That there is none rests on all that there is.";

    public const string Pooled = "It is told from all weeks of all practices, of which it lists its own.";

    public static IEnumerable<string> Unattributed => ["contradictions misses.unattributed", "constraint misses.unattributed", "diagnosis misses.unattributed"];

    public static IEnumerable<string> OfAllWeeks => ["cycles survival.median", "cycles survival.next", "cycles fall.probability", "cycles fall.brier", "cycles fall.skill"];

    public static IEnumerable<string> Responses =>
        from response in new[] { "effort", "people", "tools", "reconstruct" }
        from figure in new[] { "output", "adherence" }
        select $"growth response.{response}.{figure}";

    public static IEnumerable<string> Bands =>
        from figure in new[] { "onsetDelay", "latency", "corrections" }
        from band in new[] { "lowLoad", "highLoad" }
        select $"breakpoint {figure}.{band}";

    /// <summary>By report and name, each with its reason.</summary>
    public static Dictionary<string, string> Of(params (string Reason, string[] Figures)[] groups) =>
        groups.SelectMany(group => group.Figures.Select(figure => (figure, group.Reason))).ToDictionary(pair => pair.figure, pair => pair.Reason, StringComparer.Ordinal);
}
