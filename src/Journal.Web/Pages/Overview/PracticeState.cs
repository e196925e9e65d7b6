using Journal.Practices;

namespace Journal.Web.Pages.Overview;

/// <summary>What a practice is and how it is doing, in a few words.</summary>
public static class PracticeState
{
    /// <summary>As in <c>3 times a week, at least 500 words</c>.</summary>
    public static string Cadence(PracticeFact practice, Cadence cadence) => Often(cadence) + (cadence.Target is { } target
        ? $", at {(practice.Bound == TargetBound.AtMost ? "most" : "least")} {Wording.Number(target)} {practice.Unit}".TrimEnd()
        : "");

    /// <summary>The same, with what is known of it and where it came from.</summary>
    public static string Cadence(PracticeView view, DateOnly day) =>
        $"{Cadence(view.Practice, view.Practice.On(day))} · n = {Wording.Count(view.Found.N, "known week")} of {view.History.Weeks.Count}"
        + (view.Practice.Source is { } source ? $" · imported as {source}" : "")
        + (view.Practice.DroppedAt is { } at ? $" · given up on {Wording.Day(at)}" : "");

    private static string Often(Cadence cadence) => cadence switch
    {
        (_, 1, 1, _) => "Daily",
        (_, var times, 1, _) => $"{times} times a day",
        (_, var times, 7, _) => $"{Wording.Count(times, "time")} a week",
        (_, var times, var days, _) => $"{Wording.Count(times, "time")} in {days} days",
    };
}
