using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;

namespace Journal.Web.Pages.Overview;

/// <summary>How a layer stands, in one plain word by the rules of progress and regression.</summary>
/// <param name="Name">The layer.</param>
/// <param name="What">What it is made of.</param>
/// <param name="Word">holds, wavers, slips, or not known.</param>
/// <param name="Week">The last week that it is known in, of those looked back over; null where it is known in none.</param>
/// <param name="Score">Its score in that week.</param>
/// <param name="Missing">What would have to be recorded to know.</param>
public sealed record LayerState(string Name, string What, string Word, AlignmentWeek? Week, LayerScore? Score, string? Missing)
{
    /// <summary>How many weeks are looked back over.</summary>
    public const int Weeks = 4;

    public static IReadOnlyList<LayerState> Of(Reading reading) =>
    [
        Of("belief", "what your evidence says of acting as you mean to", week => week.Belief, reading),
        Of("thinking", "how you decide, and how you read what happens", week => week.Thinking, reading),
        Of("execution", "what you do of what you meant to do", week => week.Execution, reading),
    ];

    /// <summary>From where on a layer holds, and below what it slips.</summary>
    public static (double Holds, double Slips) Levels(RuleSet rules) => (rules[CycleRules.Progress], Math.Max(0, rules[CycleRules.Progress] - rules[CycleRules.Drop]));

    /// <summary>The day that is looked back from: where the records ended long ago, what is said is said of then.</summary>
    public static DateOnly Until(Reading reading) =>
        reading.Cycles.Origin is { LastRecord: { } last } origin && origin.To.DayNumber - last.DayNumber > ReportView.PastDays ? last : reading.Cycles.Origin.To;

    /// <summary>The word of a score.</summary>
    public static string WordOf(double? score, RuleSet rules) => (score, Levels(rules)) switch
    {
        (null, _) => "not known",
        var (known, levels) when known >= levels.Holds => "holds",
        var (known, levels) when known < levels.Slips => "slips",
        _ => "wavers",
    };

    private static LayerState Of(string name, string what, Func<AlignmentWeek, LayerScore> of, Reading reading)
    {
        var latest = reading.Alignment.Weeks.Where(one => one.Start <= Until(reading)).TakeLast(Weeks).ToList();
        var week = latest.LastOrDefault(one => of(one).Score is not null);
        return new(
            name, what, WordOf(week is null ? null : of(week).Score, reading.Request.Rules), week, week is null ? null : of(week),
            week is not null ? null : latest is [.., var last] ? of(last).Missing : "records");
    }
}
