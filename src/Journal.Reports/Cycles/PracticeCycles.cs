using System.Text.Json.Serialization;
using Journal.Interventions;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <param name="Source">Where the practice was imported from, such as <c>loop:15</c>.</param>
/// <param name="N">Weeks whose adherence is known.</param>
/// <param name="Insufficient">What is missing before anything can be said; null when there is enough.</param>
/// <param name="LastKnown">The last day of the last known week, or of the records where they end in it; null where no week is known.</param>
public sealed record PracticeCycles(
    Guid PracticeId,
    string Title,
    string? Source,
    int N,
    string? Insufficient,
    IReadOnlyList<CycleFigure> Cycles,
    ProgressFigure? OpenProgress,
    DateOnly? LastKnown)
{
    /// <summary>What the same weeks give in random order; null where too few are known. Worked out when it is first asked for: a millisecond for each year of weeks.</summary>
    public ChanceFigure? Chance => ChanceOf(CancellationToken.None);

    internal WeighedWeeks? Weighed { get; init; }

    /// <summary>The same, for as long as somebody waits for it.</summary>
    internal ChanceFigure? ChanceOf(CancellationToken cancel) => Weighed?.Chance(cancel) is { } chance ? ChanceFigure.Of(chance) : null;

    /// <summary>Those of every practice that a view covers, in the order they were adopted.</summary>
    /// <remarks>Cost: four passes over the weeks; what chance gives only where it is asked for.</remarks>
    public static IReadOnlyList<PracticeCycles> Of(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Part<IReadOnlyList<PracticeCycles>>(seen =>
        {
            var interventions = seen.Facts.Of<InterventionFact>();
            return [.. seen.Practices.Select(practice => Of(practice, interventions, seen))];
        });
    }

    private static PracticeCycles Of(PracticeWeeks practice, IReadOnlyList<InterventionFact> interventions, ReportView rules)
    {
        var bounds = SilenceReadings.Of(practice, rules);
        var known = practice.Weeks.Count(week => week.Adherence is not null);
        var found = CycleRules.Find([.. practice.Weeks.Select(week => (week.Week, week.Adherence))], rules);
        return new(
            practice.Practice.Id,
            practice.Practice.Title,
            practice.Practice.Source,
            known,
            known < rules[CycleRules.ProgressWeeks] ? $"{Measure.Lead}{Text.Count(known, "known week")}, and progress takes {rules[CycleRules.ProgressWeeks]}" : null,
            KnownCycle.Of(rules, practice, found.Cycles, interventions, bounds),
            found.OpenProgress is { } open ? ProgressFigure.Of(open, practice.Weeks) : null,
            practice.Weeks.LastOrDefault(week => week.Adherence is not null) is { } last ? rules.LastRecord < last.Week.Sunday ? rules.LastRecord : last.Week.Sunday : null)
        {
            Weighed = WeighedWeeks.Of(rules, practice),
        };
    }
}

/// <param name="Firm">Whether it is there too when every day without a record is left out, missed, or done; else it depends on what silence means.</param>
/// <param name="State"><c>open</c> or <c>recovered</c>.</param>
/// <param name="Weeks">Length of the regression, in weeks.</param>
/// <param name="Depth">Peak less trough.</param>
/// <param name="Interventions">Those that were under way at any time from the onset to the end of the regression.</param>
/// <param name="Evidence">The events of those weeks, oldest first.</param>
public sealed record CycleFigure(
    string State,
    DateOnly Onset,
    double Peak,
    DateOnly PeakWeek,
    DateOnly Regression,
    int Weeks,
    double Trough,
    double Depth,
    DateOnly? Recovered,
    bool Firm,
    IReadOnlyList<PhaseFigure> Phases,
    IReadOnlyList<ActiveIntervention> Interventions,
    IReadOnlyList<string> Notes,
    [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Evidence)
{
    /// <param name="span">The weeks from the onset to the last of the regression.</param>
    internal static CycleFigure Of(Cycle cycle, PracticeWeek[] span, IReadOnlyList<InterventionFact> interventions, bool firm)
    {
        var fall = Array.FindIndex(span, week => week.Week == cycle.Regression);
        return new(
            cycle.Open ? "open" : "recovered",
            cycle.Onset.Monday,
            Math.Round(cycle.Peak, 4),
            cycle.PeakWeek.Monday,
            cycle.Regression.Monday,
            cycle.Weeks,
            Math.Round(cycle.Trough, 4),
            Math.Round(cycle.Depth, 4),
            cycle.Recovered?.Monday,
            firm,
            [PhaseFigure.Of("progress", span[..fall]), PhaseFigure.Of("regression", span[fall..])],
            [.. interventions.Where(one => Active(one, cycle.Onset.Monday, span[^1].Week.Sunday)).Select(one => new ActiveIntervention(one.Id, one.Title, one.Layers, one.Day))],
            Remarks(span, firm),
            Reports.Evidence.Of(span.SelectMany(week => week.Events)));
    }

    private static bool Active(InterventionFact intervention, DateOnly from, DateOnly to) =>
        intervention.Day <= to && (intervention.EndedAt is not { } end || DateOnly.FromDateTime(end.DateTime) >= from);

    private static IReadOnlyList<string> Remarks(PracticeWeek[] span, bool firm)
    {
        var unknown = span.Count(week => week.Adherence is null);
        var skipped = span.Sum(week => week.Skipped);
        return
        [
            .. unknown > 0 ? [$"{unknown} of the {span.Length} weeks are not known; they count neither way"] : Array.Empty<string>(),
            .. firm ? Array.Empty<string>() : [$"it depends on silence: {Text.Count(span.Sum(week => week.Silent), "day")} without a record could have been otherwise"],
            .. skipped > 0 ? [$"{skipped} days were excused and are not counted"] : Array.Empty<string>(),
        ];
    }
}

/// <summary>A cycle as it was shown last: one of the same weeks is shown alike.</summary>
internal sealed record KnownCycle(Cycle Cycle, bool Firm, PracticeWeek[] Span, InterventionFact[] Interventions, CycleFigure Shown)
{
    public static IReadOnlyList<CycleFigure> Of(ReportView view, PracticeWeeks practice, IReadOnlyList<Cycle> cycles, IReadOnlyList<InterventionFact> interventions, SilenceReadings readings)
    {
        InterventionFact[] tried = [.. interventions];
        return [.. ReportCache.Next<KnownCycles>(view.Facts, practice.Practice.Id, before => new([.. cycles.Select((cycle, i) => Of(cycle, practice.Weeks, tried, readings.IsFirm(cycle), before?.Cycles.ElementAtOrDefault(i)))]))
            .Cycles.Select(known => known.Shown)];
    }

    private static KnownCycle Of(Cycle cycle, IReadOnlyList<PracticeWeek> weeks, InterventionFact[] interventions, bool firm, KnownCycle? before)
    {
        var last = new IsoWeek(cycle.Regression.Monday.AddDays(7 * (cycle.Weeks - 1)));
        PracticeWeek[] span = [.. weeks.SkipWhile(week => week.Week < cycle.Onset).TakeWhile(week => week.Week <= last)];
        return before is not null && before.Cycle == cycle && before.Firm == firm && before.Span.AsSpan().SequenceEqual(span) && before.Interventions.AsSpan().SequenceEqual(interventions)
            ? before : new(cycle, firm, span, interventions, CycleFigure.Of(cycle, span, interventions, firm));
    }
}

/// <summary>The cycles of a practice, oldest first.</summary>
internal sealed record KnownCycles(IReadOnlyList<KnownCycle> Cycles);

/// <param name="Mean">Mean adherence of its known weeks.</param>
public sealed record PhaseFigure(string Phase, DateOnly From, DateOnly To, int Weeks, double? Mean)
{
    internal static PhaseFigure Of(string phase, IReadOnlyList<PracticeWeek> weeks) => new(
        phase,
        weeks[0].Week.Monday,
        weeks[^1].Week.Sunday,
        weeks.Count,
        weeks.Average(week => week.Adherence) is { } mean ? Math.Round(mean, 4) : null);
}

public sealed record ActiveIntervention(Guid InterventionId, string Title, IReadOnlyList<Layer> Layers, DateOnly Since);

/// <param name="Weeks">Weeks it has lasted.</param>
public sealed record ProgressFigure(DateOnly Onset, double Peak, DateOnly PeakWeek, int Weeks, [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Evidence)
{
    internal static ProgressFigure Of(Progress progress, IReadOnlyList<PracticeWeek> weeks) => new(
        progress.Onset.Monday,
        Math.Round(progress.Peak, 4),
        progress.PeakWeek.Monday,
        progress.Weeks,
        [.. weeks.Where(week => week.Week >= progress.Onset).SelectMany(week => week.Events).Distinct()]);
}
