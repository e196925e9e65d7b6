using Journal.Commitments;
using Journal.Practices;
using Journal.Reports.Execution;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.States;

namespace Journal.Reports.Energy;

/// <summary>How the person says they are, beside what is done: levels by phase, volatility, motivation, energy and its trend.</summary>
public static class EnergyReport
{
    public static ReportKind Kind { get; } = new(
        "energy",
        "How energy, motivation, confidence, doubt and frustration go with what is done, how volatile they are, and whether energy holds.",
        Write)
    {
        Question = "How do energy and mood go with what is done?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        PhaseSection.Write(scope, builder);
        VolatilitySection.Write(scope, builder);
        MotivationSection.Write(scope, builder);
        HeldByEffort.Write(scope, builder);
        LowMotivation.Write(scope, builder);
        LevelSection.Write(scope, builder);
        FadingSection.Write(scope, builder);
    }
}

/// <summary>Confidence where there is action, doubt where there is a pause, frustration where weeks are inconsistent (C33 to C35), each beside its mean on the other days.</summary>
internal static class PhaseSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        Write(scope, builder, "confidence.action", "Confidence on days of action", sample => sample.Confidence, PhaseDays.OfAction(scope));
        Write(scope, builder, "doubt.pauses", "Doubt on days with a pause", sample => sample.Doubt, PhaseDays.OfPauses(scope));
        Write(scope, builder, "frustration.inconsistency", "Frustration in weeks below the floor or with a miss", sample => sample.Frustration, PhaseDays.OfInconsistentWeeks(scope));
    }

    private static void Write(Scope scope, ReportBuilder builder, string name, string label, Func<StateFact, int?> rating, IReadOnlySet<DateOnly> days)
    {
        var others = scope.Samples.Select(sample => sample.Day).Where(day => !days.Contains(day)).ToHashSet();
        builder.Add(name, label, "points", StateMetrics.Mean(scope.Samples, rating, days, scope.Rules));
        builder.Add($"{name}.otherwise", $"{label}: on other days", "points", StateMetrics.Mean(scope.Samples, rating, others, scope.Rules));
    }
}

/// <summary>The days of a phase, by what was done on them.</summary>
internal static class PhaseDays
{
    /// <summary>Something was started or finished.</summary>
    public static IReadOnlySet<DateOnly> OfAction(Scope scope) => Days(
    [
        .. scope.Outcomes.Where(outcome => outcome.State == OutcomeState.Finished).Select(outcome => outcome.OccurredAt),
        .. Commitments(scope).SelectMany(one => one.Turns.Where(turn => turn.Started).Select(turn => turn.At)),
        .. Commitments(scope).SelectMany(one => one.Endings.Where(ending => ending.State == OutcomeState.Finished).Select(ending => ending.At)),
    ]);

    /// <summary>Something was paused.</summary>
    public static IReadOnlySet<DateOnly> OfPauses(Scope scope) => Days(Commitments(scope).SelectMany(one => one.Turns.Where(turn => !turn.Started).Select(turn => turn.At)));

    /// <summary>Every day of a week in which a practice was known to be below its floor or a commitment was missed. Unknown weeks are not among them.</summary>
    public static IReadOnlySet<DateOnly> OfInconsistentWeeks(Scope scope) => scope.Practices
        .SelectMany(practice => practice.Weeks.Where(week => week.Adherence is not null && !ConsistencyMetrics.Holds(practice.Practice, week, scope.Rules)).Select(week => week.Week))
        .Concat(Commitments(scope).SelectMany(one => one.Endings.Where(ending => ending.State == OutcomeState.Missed)).Select(ending => IsoWeek.Of(DateOnly.FromDateTime(ending.At.DateTime))))
        .Distinct()
        .SelectMany(week => Enumerable.Range(0, 7).Select(week.Monday.AddDays))
        .ToHashSet();

    private static IEnumerable<CommitmentFact> Commitments(Scope scope) => scope.Facts.Of<CommitmentFact>().Where(one => scope.Serves(one.AimId));

    private static HashSet<DateOnly> Days(IEnumerable<DateTimeOffset> moments) => [.. moments.Select(moment => DateOnly.FromDateTime(moment.DateTime))];
}

/// <summary>How much each rating moves from one sample to the next (C36, M14).</summary>
internal static class VolatilitySection
{
    private static readonly (string Name, string Label, Func<StateFact, int?> Rating)[] Ratings =
    [
        ("energy", "Energy", sample => sample.Energy),
        ("motivation", "Motivation", sample => sample.Motivation),
        ("confidence", "Confidence", sample => sample.Confidence),
        ("doubt", "Doubt", sample => sample.Doubt),
        ("frustration", "Frustration", sample => sample.Frustration),
    ];

    public static void Write(Scope scope, ReportBuilder builder)
    {
        foreach (var (name, label, rating) in Ratings)
        {
            builder.Add(
                $"{name}.volatility",
                $"{label}: mean square of the change from one rating to the next",
                "points squared",
                StateMetrics.Volatility(scope.Samples, rating, scope.Rules));
            builder.Add(
                $"{name}.acute",
                $"{label}: changes of {scope.Rules[StateMetrics.AcuteStep]} points or more from one rating to the next",
                "share",
                StateMetrics.AcuteChange(scope.Samples, rating, scope.Rules));
        }
    }
}
