using System.Globalization;
using Journal.Reports;
using Journal.Reports.TimeTravel;

namespace Journal.Web.Pages.TimeTravel;

/// <summary>How a history is gone through, and where in it one is.</summary>
/// <param name="Kind">The report that is watched.</param>
/// <param name="Steps">Its moments.</param>
/// <param name="Place">Which of them is shown.</param>
public sealed record ReplayAsked(ReportKind Kind, ReplayClock Clock, ReplaySteps Steps, int Place)
{
    public bool ByWeek => Steps.Days == 7;

    public DateOnly Start => Steps.Start(Place);

    public DateOnly End => Steps.End(Place);

    internal static ReplayAsked Of(IQueryCollection query, DateOnly first, DateOnly today)
    {
        var steps = ReplaySteps.Of(first, today, byWeek: query["step"] != "day");
        var place = PageContext.Day(query["day"]) is { } day ? steps.Place(day)
            : int.TryParse(query["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Math.Min(at, steps.Count - 1)
            : steps.Count - 1;
        return new(AllReports.Find(query["report"].ToString()) ?? AllReports.Find("cycles")!, query["clock"] == "known" ? ReplayClock.Known : ReplayClock.True, steps, place);
    }

    /// <summary>The page at another moment.</summary>
    public string At(int place) => string.Create(CultureInfo.InvariantCulture, $"/replay?report={Kind.Name}&step={(ByWeek ? "week" : "day")}&clock={Text.Word(Clock)}&at={place}");
}

/// <summary>A moment of a history: what came with it, and how things looked from it by either clock.</summary>
/// <param name="Step">What came with it and what that changed; null where nothing did.</param>
/// <param name="Known">How it looked then, with what was recorded.</param>
/// <param name="True">How it was then, by what is known today.</param>
/// <param name="Learned">What the second says and the first did not.</param>
public sealed record ReplayMoment(ReplayedStep? Step, Reading Known, Reading True, ReportChanges Learned);
