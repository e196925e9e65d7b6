using Journal.Beliefs;
using Journal.Reports.Metrics;
using Journal.Signals;

namespace Journal.Reports.Decisions;

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
