using Journal.Practices;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>What a practice is and how it is doing, in a few words.</summary>
internal static class PracticeState
{
    public static Html Of(PracticeView view) => view switch
    {
        { Fallen: not null } => Html.Of($""" <span class="state regression"><span aria-hidden="true">▼</span> in regression</span>"""),
        { Found.OpenProgress: not null } => Html.Of($""" <span class="state progress"><span aria-hidden="true">▲</span> holding progress</span>"""),
        _ => Html.None,
    };

    public static Html Cadence(PracticeView view, DateOnly day)
    {
        var (practice, cadence) = (view.Practice, view.Practice.On(day));
        return Html.Of($"""
            {Often(cadence)}{Target(practice, cadence)} · n = {Wording.Count(view.Found.N, "known week")} of {view.History.Weeks.Count}{Source(practice)}{Dropped(practice)}
            """);
    }

    private static string Often(Cadence cadence) => cadence switch
    {
        (_, 1, 1, _) => "Daily",
        (_, var times, 1, _) => $"{times} times a day",
        (_, var times, 7, _) => $"{Wording.Count(times, "time")} a week",
        (_, var times, var days, _) => $"{Wording.Count(times, "time")} in {days} days",
    };

    private static Html Target(PracticeFact practice, Cadence cadence) => cadence.Target is { } target
        ? Html.Of($", at {(practice.Bound == TargetBound.AtMost ? "most" : "least")} {Wording.Number(target)} <bdi>{practice.Unit}</bdi>")
        : Html.None;

    private static Html Source(PracticeFact practice) => practice.Source is { } source ? Html.Of($" · imported as {source}") : Html.None;

    private static Html Dropped(PracticeFact practice) =>
        practice.DroppedAt is { } at ? Html.Of($" · given up on {Wording.Time(DateOnly.FromDateTime(at.DateTime))}") : Html.None;
}
