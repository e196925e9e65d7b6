using Journal.Facts;
using Journal.Practices;
using Journal.Work;

namespace Journal.Reports.Metrics;

/// <summary>Share of outcomes that needed the operator (M10).</summary>
internal static class OperatorDependency
{
    public static readonly Rule DependencyHigh = new("dependencyHigh", 0.50, 0, 1, "Share of outcomes, 0 to 1, that needed the operator, from which on they depend on one.");
    public static readonly Rule DependencyLow = new("dependencyLow", 0.20, 0, 1, "Share of outcomes, 0 to 1, that needed the operator, up to which they do not depend on one.");

    /// <summary>
    /// What came out in a period and did or did not need the person: finished outcomes and commitments that say so, and runs that say whether the person
    /// was there. An intervention makes the commitment it names, or that day's outcome or run of the practice or process it names, one that needed the
    /// person; where there is none it stands for one of its own.
    /// </summary>
    /// <returns>0 to 1; n is the number of outcomes that are known either way. Missing with fewer than the rules ask for.</returns>
    /// <remarks>Cost: linear. Source: M10.</remarks>
    public static Measure Of(WorkRecords work, Period period, IRules rules) => Measure.Mean(
        [.. Outcomes(work, period).Select(one => Sample.Of(one.Needed, one.Events))], "outcomes that say whether they needed the operator", rules);

    /// <summary>What needed the person, the most often first.</summary>
    public static IReadOnlyList<NeededSource> Sources(WorkRecords work)
    {
        var outcomes = Outcomes(work, work.Window).ToList();
        var titles = work.View.Facts.Find(outcomes.Select(one => one.Source).OfType<Guid>().ToHashSet());
        return
        [
            .. outcomes.GroupBy(one => one.Source)
                .Select(group => new NeededSource(
                    group.Key,
                    group.Key is { } id ? titles.GetValueOrDefault(id)?.Heading : null,
                    group.Count(one => one.Needed),
                    group.Count(),
                    [.. group.Where(one => one.Needed).SelectMany(one => one.Events).Distinct()]))
                .Where(source => source.Needed > 0).OrderByDescending(source => source.Needed).ThenBy(source => source.Id),
        ];
    }

    /// <summary>Every outcome of a period that is known either way.</summary>
    /// <returns>With its source: the commitment, practice or process; null for an intervention that names none.</returns>
    public static IEnumerable<KnownOutcome> Outcomes(WorkRecords work, Period period)
    {
        var occasions = work.OccasionsOf(period).ToList();
        var bySource = occasions.Where(occasion => occasion.SourceId is not null).GroupBy(occasion => occasion.SourceId!.Value).ToDictionary(source => source.Key, source => source.ToLookup(occasion => occasion.Day));
        var taken = new HashSet<OccasionFact>(ReferenceEqualityComparer.Instance);
        List<(Guid Source, DateOnly? Day, bool? Needed, IReadOnlyList<Guid> Events)> all =
        [
            .. work.Ended(period).Where(one => one.Ending.State == OutcomeState.Finished)
                .Select(one => (one.Commitment.Id, (DateOnly?)null, one.Ending.NeededOperator, one.Commitment.Events)),
            .. work.OutcomesOf(period).Where(outcome => outcome.State == OutcomeState.Finished)
                .Select(outcome => (outcome.PracticeId, (DateOnly?)outcome.Day, outcome.NeededOperator, outcome.Events)),
            .. work.RunsOf(period).Select(run => (run.ProcessId, (DateOnly?)run.Day, run.OperatorPresent, run.Events)),
        ];
        foreach (var (source, day, needed, events) in all)
        {
            var named = !bySource.TryGetValue(source, out var days) ? [] : day is { } on ? days[on] : days.SelectMany(one => one);
            List<OccasionFact> own = [.. named.Where(taken.Add)];
            if (own.Count > 0 || needed is not null)
            {
                yield return new(source, own.Count > 0 || needed == true, [.. events, .. own.SelectMany(occasion => occasion.Events)]);
            }
        }

        foreach (var occasion in occasions.Where(occasion => !taken.Contains(occasion)))
        {
            yield return new(occasion.SourceId, Needed: true, occasion.Events);
        }
    }
}

/// <summary>Something that came out, and whether it needed the person.</summary>
internal sealed record KnownOutcome(Guid? Source, bool Needed, IReadOnlyList<Guid> Events);

/// <summary>A practice, commitment or process whose outcomes needed the person.</summary>
/// <param name="Id">Null for interventions that name none.</param>
/// <param name="Title">Null where there is none.</param>
/// <param name="Needed">How often.</param>
/// <param name="All">Of so many outcomes that say so either way.</param>
internal sealed record NeededSource(Guid? Id, string? Title, int Needed, int All, IReadOnlyList<Guid> Events)
{
    public string Name => Title is null ? "not said for what" : $"“{Title}”";
}

/// <summary>Corrections per finished action (M9).</summary>
internal static class CorrectionRate
{
    public static readonly Rule Constant = new("correctionRate", 0.25, 0, 10, "Corrections per finished action from which on correction is constant.");

    /// <summary>Corrections of a period divided by the commitments and outcomes finished in it.</summary>
    /// <returns>Corrections per finished action, 0 or more; n is the number finished. Missing with fewer finished than the rules ask for.</returns>
    /// <remarks>What was corrected need not be what was finished then: a rate, not a share. Cost: linear. Source: M9.</remarks>
    public static Measure Of(WorkRecords work, Period period, IRules rules)
    {
        var corrections = work.Corrections.Where(period.Covers).ToList();
        List<Fact> finished =
        [
            .. work.Ended(period).Where(one => one.Ending.State == OutcomeState.Finished).Select(one => one.Commitment),
            .. work.OutcomesOf(period).Where(outcome => outcome.State == OutcomeState.Finished),
        ];
        var events = corrections.Concat(finished).SelectMany(fact => fact.Events);
        return Measure.OfAtLeast(rules[Measure.Fewest], "finished commitments or outcomes", finished.Count, events, () => (double)corrections.Count / finished.Count);
    }
}
