using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Execution;

/// <summary>Whether a practice holds only because it is forced (C47): enforcement or friction high while adherence holds (M16, M13, M6).</summary>
internal static class HeldByEffort
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var enforcement = StateMetrics.Enforcement(scope.Samples, scope.Rules);
        var friction = Measure.Mean([.. Rated(scope)], "rated efforts", scope.Rules);
        var weeks = scope.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Adherence is not null).ToList();
        builder.Add("enforcement.median", "From -3 (it carries me) to +3 (I force myself)", "points", enforcement);
        builder.Add("effort.mean", "Effort of what was done, 1 to 7", "points", friction);
        var adherence = weeks.Count == 0 ? (double?)null : weeks.Average(week => week.Adherence!.Value);
        var forced = enforcement.Value > 0 || friction.Value >= scope.Rules[FrictionMetrics.HighEffort];
        var figures = $"adherence {Text.Percent(adherence)}"
            + (enforcement.Value is { } median ? $", enforcement {Text.Number(median)} of -3 to 3" : "")
            + (friction.Value is { } mean ? $", effort {Text.Number(mean)} of 7" : "");
        var (n, events) = (enforcement.N + friction.N + weeks.Count, enforcement.Events.Concat(friction.Events).Concat(weeks.SelectMany(week => week.Events)));
        builder.Judge(
            "heldByEffort",
            weeks.Count < scope.Rules[Measure.Fewest] || (enforcement.Value is null && friction.Value is null)
                ? Measure.Missing($"at least {scope.Rules[Measure.Fewest]} known weeks, and as many ratings of enforcement or effort", n, events)
                : Measure.Of(adherence!.Value, n, events),
            adherence >= scope.Rules[CycleRules.Progress] && forced,
            $"Held by effort: {figures}.",
            $"{(forced ? "Effort is high and adherence does not hold" : "Not held by effort")}: {figures}.");
    }

    private static IEnumerable<(double Value, Fact Fact)> Rated(Scope scope) =>
        scope.Commitments.Where(one => one.Ending?.Effort is not null).Select(one => ((double)one.Ending!.Effort!.Value, (Fact)one))
            .Concat(scope.Outcomes.Where(one => one.Effort is not null).Select(one => ((double)one.Effort!.Value, (Fact)one)));
}

/// <summary>What is done on days of low motivation, apart from the other days (C49).</summary>
internal static class LowMotivation
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var motivation = StateMetrics.Rated(scope.Samples, sample => sample.Motivation)
            .GroupBy(sample => sample.Fact.Day)
            .ToDictionary(day => day.Key, day => (Mean: day.Average(sample => sample.Value), Events: day.SelectMany(sample => sample.Fact.Events).ToList()));
        var days = KnownDay.Of(scope).SelectMany(practice => practice.Days).Where(day => motivation.ContainsKey(day.Day)).ToList();
        builder.Add("adherence.lowMotivation", $"Done on days with a motivation of {scope.Rules[StateMetrics.LowRating]} or less of 7", "share", Of(day => motivation[day.Day].Mean <= scope.Rules[StateMetrics.LowRating]));
        builder.Add("adherence.otherDays", "Done on days with a higher motivation", "share", Of(day => motivation[day.Day].Mean > scope.Rules[StateMetrics.LowRating]));

        Measure Of(Func<KnownDay, bool> counts)
        {
            var chosen = days.Where(counts).ToList();
            return Measure.Mean(
                [.. chosen.Select(day => new Sample(day.Credit, [.. day.Events, .. motivation[day.Day].Events]))], "such days on which a practice is known", scope.Rules);
        }
    }
}

/// <summary>A day of a practice that is known and was not excused.</summary>
/// <param name="Credit">How much of what was meant was done, 0 to 1.</param>
internal sealed record KnownDay(DateOnly Day, bool Done, double Credit, IReadOnlyList<Guid> Events)
{
    /// <summary>The known days of each practice in the window, oldest first. Skipped and unknown days are not among them.</summary>
    public static IReadOnlyList<PracticeDays> Of(Scope scope) => scope.Part<IReadOnlyList<PracticeDays>>(_ =>
    {
        var outcomes = scope.Outcomes.ToLookup(outcome => outcome.PracticeId);
        return [.. scope.Practices.Select(practice => new PracticeDays(practice.Practice, Of(practice.Practice, outcomes[practice.Practice.Id], scope)))];
    });

    private static List<KnownDay> Of(PracticeFact practice, IEnumerable<OutcomeFact> recorded, Scope scope)
    {
        var byDay = recorded.ToLookup(outcome => outcome.Day);
        var last = practice.DroppedAt is { } dropped && DateOnly.FromDateTime(dropped.DateTime) is var end && end < scope.Last ? end : scope.Last;
        var first = byDay.Select(day => day.Key).Append(practice.Day).Min();
        var use = scope.Use.Of(practice);
        List<KnownDay> known = [];
        for (var day = first > scope.First ? first : scope.First; day <= last; day = day.AddDays(1))
        {
            var outcomes = byDay[day].ToList();
            var silence = use.OfADay(practice, day);
            var fact = PracticeDay.Of(practice, day, one => byDay[one].ToList(), silence);
            if (fact.State is not (DayState.Unknown or DayState.Skipped))
            {
                known.Add(new(day, fact.Credit > 0, Math.Min(1, fact.Credit / Math.Max(1, practice.On(day).Rate)), [.. outcomes.SelectMany(outcome => outcome.Events).Concat(outcomes.Count == 0 ? silence.Witnesses(day, day) : [])]));
            }
        }

        return known;
    }
}

/// <summary>The known days of a practice, oldest first.</summary>
internal sealed record PracticeDays(PracticeFact Practice, IReadOnlyList<KnownDay> Days);
