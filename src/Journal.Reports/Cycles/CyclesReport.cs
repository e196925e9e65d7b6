using Journal.Facts;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>Which practices made progress, and where a regression followed, as figures and findings, and cycle by cycle with all that they are made of.</summary>
public sealed record CyclesReport : Report
{
    private CyclesReport(Report common, IReadOnlyList<PracticeCycles> practices)
        : base(common) => Practices = practices;

    public static ReportKind Kind { get; } = new("cycles", "Which practices made progress, and where a regression followed.", Write)
    {
        Form = typeof(CyclesReport),
        Detail = (view, common) => new CyclesReport(common, PracticeCycles.Of(view)),
    };

    public string Method { get; } = "weekly rules (C96)";

    /// <summary>Known weeks, over all practices.</summary>
    public int N => Practices.Sum(practice => practice.N);

    public IReadOnlyList<PracticeCycles> Practices { get; }

    public static CyclesReport Of(Guid person, ReportRequest request, JournalFacts facts) => (CyclesReport)Kind.Of(person, request, facts);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        foreach (var (practice, found) in view.Practices.Zip(PracticeCycles.Of(view)))
        {
            Guid[] events = [.. practice.Practice.Events.Concat(practice.Weeks.SelectMany(week => week.Events)).Distinct()];
            builder.Add(
                "cycles",
                $"Cycles: {found.Title}",
                "count",
                found.Insufficient is null ? Measure.Of(found.Cycles.Count, found.N, events) : new Measure(null, found.N, events, found.Insufficient),
                found.PracticeId);
            foreach (var cycle in found.Cycles)
            {
                Add(builder, practice, found, cycle);
            }

            Open(builder, practice, found, events);
        }
    }

    private static void Add(ReportBuilder builder, PracticeWeeks practice, PracticeCycles found, CycleFigure cycle)
    {
        IReadOnlyList<Guid> events = [.. practice.Practice.Events.Concat(cycle.Evidence).Distinct()];
        var (from, to, n) = (cycle.Phases[0].From, cycle.Phases[1].To, cycle.Phases.Sum(phase => phase.Weeks));
        void Figure(string name, string label, string unit, double value) =>
            builder.Add($"cycle.{name}", $"{label}: {found.Title}", unit, Measure.Of(value, n, events), found.PracticeId, from, to);
        Figure("peak", "Peak", "share", cycle.Peak);
        Figure("depth", "Depth", "share", cycle.Depth);
        Figure("trough", "Trough", "share", cycle.Trough);
        Figure("weeks", "Regression", "weeks", cycle.Weeks);
        builder.Found("cycle", Say(found, cycle), n, events, found.PracticeId, [.. cycle.Notes]);
    }

    private static void Open(ReportBuilder builder, PracticeWeeks practice, PracticeCycles found, IReadOnlyList<Guid> events)
    {
        if (found.Insufficient is { } missing)
        {
            builder.Insufficient("openRegression", missing[Measure.Lead.Length..], found.N, events, found.PracticeId);
        }
        else if (found.Cycles.LastOrDefault(cycle => cycle.Recovered is null) is { } open)
        {
            builder.Found("openRegression", $"“{found.Title}” is in regression since {Text.Day(open.Regression)}.", open.Weeks, practice.Practice.Events.Concat(open.Evidence), found.PracticeId);
        }
        else
        {
            builder.NotFound("openRegression", $"“{found.Title}” is in no regression.", found.N, events, found.PracticeId);
        }

        if (found.OpenProgress is { } held)
        {
            builder.Add(
                "progress.weeks",
                $"Progress held: {found.Title}",
                "weeks",
                Measure.Of(held.Weeks, held.Weeks, practice.Practice.Events.Concat(held.Evidence)),
                found.PracticeId,
                held.Onset,
                held.Onset.AddDays((7 * held.Weeks) - 1));
        }
    }

    private static string Say(PracticeCycles found, CycleFigure cycle) =>
        $"“{found.Title}” made progress from {Text.Day(cycle.Onset)} to a peak of {Text.Value(cycle.Peak, "share")}, and fell to {Text.Value(cycle.Trough, "share")} from {Text.Day(cycle.Regression)} on"
        + (cycle.Recovered is { } again ? $", for {cycle.Weeks} weeks; it recovered on {Text.Day(again)}." : $": {cycle.Weeks} weeks so far.");
}
