using Journal.Beliefs;
using Journal.Decisions;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.Signals;

namespace Journal.Reports.Decisions;

/// <summary>Decisions made at once on an outside trigger, with no options written down (C124).</summary>
internal static class ReactiveSection
{
    public static readonly Rule ReactiveHours = new("reactiveHours", 1, 0, 8784, "Hours from an outside trigger within which a decision without options is reactive.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var made = scope.Decisions.Where(decision => decision.FirstMadeAt is not null).ToList();
        builder.Add(
            "reactive",
            $"Made within {Text.Number(scope.Rules[ReactiveHours])} hours of an outside trigger, with no options",
            "share",
            Measure.Share(made, decision => IsReactive(decision, scope), "decisions that were made", scope.Rules));
        builder.Add(new Table(
            "reactive.decisions",
            "Decisions made at once, with no options",
            ["question", "triggeredAt", "madeAt"],
            [.. made.Where(decision => IsReactive(decision, scope)).Select(one => new Row([one.Question, Text.Cell(one.TriggeredAt), Text.Cell(one.FirstMadeAt)], one.Id, one.Events))]));
    }

    private static bool IsReactive(DecisionFact decision, Scope scope) =>
        decision.Options == 0 && (decision.FirstMadeAt - decision.TriggeredAt)?.TotalHours is { } hours && hours >= 0 && hours <= scope.Rules[ReactiveHours];
}

/// <summary>What was noticed and left: signals without action, and what was set aside by which belief (C122).</summary>
internal static class SignalSection
{
    public static readonly WholeRule SignalDays = new("signalDays", 14, 1, 3660, "Days a signal may go without action before it is listed.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var signals = scope.Within<SignalFact>().Where(signal => scope.Serves(signal.AimId)).ToList();
        var waiting = signals.Where(signal => signal is { ActedAt: null, DismissedAt: null } && Days(signal, scope) >= scope.Rules[SignalDays]).ToList();
        builder.Add(
            "signals.waiting",
            $"Signals without action for {scope.Rules[SignalDays]} days or more",
            "count",
            signals.Count == 0 ? Measure.Missing("signals noticed in the window") : Measure.Of(waiting.Count, signals.Count, waiting.SelectMany(signal => signal.Events)));
        builder.Add(new Table(
            "signals.withoutAction",
            "Signals without action",
            ["signal", "noticedAt", "days"],
            [.. waiting.Select(signal => new Row([signal.Text, Text.Cell(signal.OccurredAt), Text.Cell(Math.Floor(Days(signal, scope)))], signal.Id, signal.Events))]));
        var beliefs = scope.Facts.Of<BeliefFact>().Where(belief => belief.Counts).ToDictionary(belief => belief.Id);
        builder.Add(new Table(
            "signals.dismissed",
            "Signals that were set aside, and the belief named for it",
            ["signal", "dismissedAt", "belief", "beliefId"],
            [.. signals.Where(signal => signal is { DismissedAt: not null, ActedAt: null }).Select(signal => Dismissed(signal, beliefs))]));
    }

    private static Row Dismissed(SignalFact signal, Dictionary<Guid, BeliefFact> beliefs)
    {
        var belief = signal.DismissedBy is { } by ? beliefs.GetValueOrDefault(by) : null;
        return new([signal.Text, Text.Cell(signal.DismissedAt), belief?.Text, belief?.Id.ToString()], signal.Id, [.. signal.Events, .. belief?.Events ?? []]);
    }

    private static double Days(SignalFact signal, Scope scope) => (scope.End - signal.OccurredAt).TotalDays;
}

/// <summary>What the person declared non-negotiable, and whether its weeks kept to it (C163).</summary>
internal static class FloorSection
{
    public static void Write(Scope scope, ReportBuilder builder) => builder.Add(new Table(
        "nonNegotiables",
        "Practices with a floor that holds without exception",
        ["practice", "floor", "keptWeeks", "brokenWeeks", "unknownWeeks"],
        [.. scope.Practices.Select(practice => Row(practice, scope)).OfType<Row>()]));

    private static Row? Row(PracticeWeeks practice, Scope scope)
    {
        if (practice.Practice.Floors.LastOrDefault(floor => floor.At <= scope.End) is not { NonNegotiable: true } floor)
        {
            return null;
        }

        var weeks = practice.Weeks.Where(week => week.Week.Sunday >= DateOnly.FromDateTime(floor.At.DateTime)).ToList();
        return new(
            [
                practice.Practice.Title,
                Text.Cell(floor.Floor),
                Text.Cell(weeks.Count(week => week.Adherence >= floor.Floor)),
                Text.Cell(weeks.Count(week => week.Adherence < floor.Floor)),
                Text.Cell(weeks.Count(week => week.Adherence is null)),
            ],
            practice.Practice.Id,
            [.. practice.Practice.Events.Concat(weeks.SelectMany(week => week.Events)).Distinct()]);
    }
}
