using Journal.Facts;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>Which practices made progress, and where a regression followed, as figures and findings, and cycle by cycle with all that they are made of.</summary>
public sealed record CyclesReport : Report
{
    private const double Unusual = 0.05;

    private CyclesReport(Report common, IReadOnlyList<PracticeCycles> practices)
        : base(common) => Practices = practices;

    public static ReportKind Kind { get; } = new("cycles", "Which practices made progress, and where a regression followed.", Write)
    {
        Question = "Did progress last?",
        Form = typeof(CyclesReport),
        Detail = (view, common) => new CyclesReport(common, PracticeCycles.Of(view)),
    };

    public string Method { get; } = "weekly rules (C96)";

    /// <summary>Known weeks, over all practices.</summary>
    public int N => Practices.Sum(practice => practice.N);

    public IReadOnlyList<PracticeCycles> Practices { get; }

    public static CyclesReport Of(Guid person, ReportRequest request, JournalFacts facts, CancellationToken cancel = default) => (CyclesReport)Kind.Of(person, request, facts, cancel);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        foreach (var (practice, found) in view.Practices.Zip(PracticeCycles.Of(view)))
        {
            var events = Evidence.Of(practice.Practice.Events.Concat(practice.Weeks.SelectMany(week => week.Events)));
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
            Chance(view, builder, found, events);
            Silence(builder, practice, found, events);
        }

        SurvivalSection.Write(view, builder, PracticeCycles.Of(view));
        ForecastSection.Write(view, builder);
    }

    private static void Add(ReportBuilder builder, PracticeWeeks practice, PracticeCycles found, CycleFigure cycle)
    {
        var events = Evidence.Of(practice.Practice.Events.Concat(cycle.Evidence));
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
            var said = builder.Dated(
                $"“{found.Title}” is in regression since {Text.Day(open.Regression)}.",
                last => $"“{found.Title}” was in regression, since {Text.Day(open.Regression)}, when the records end on {last}.");
            builder.Found("openRegression", said, open.Weeks, practice.Practice.Events.Concat(open.Evidence), found.PracticeId);
        }
        else
        {
            var said = builder.Dated($"“{found.Title}” is in no regression.", last => $"“{found.Title}” was in no regression when the records end on {last}.");
            builder.NotFound("openRegression", said, found.N, events, found.PracticeId);
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

    private static void Chance(ReportView view, ReportBuilder builder, PracticeCycles found, IReadOnlyList<Guid> events)
    {
        if (found.ChanceOf(view.Cancel) is not { } chance)
        {
            builder.Insufficient("chance", $"at least {view[CycleChance.ChanceWeeks]} known weeks of “{found.Title}” to compare its regressions with chance; there are {found.N}", found.N, events, found.PracticeId);
            return;
        }

        builder.Add("chance.expected", $"Regressions that the same weeks have in random order: {found.Title}", "count", Measure.Of(chance.Expected, chance.Weeks, events, chance.Low < chance.High ? new(chance.Low, chance.High, 0.9) : null), found.PracticeId);
        builder.Add("chance.longest", $"Longest regression in random order: {found.Title}", "weeks", Measure.Of(chance.ExpectedLongest, chance.Weeks, events), found.PracticeId);
        builder.Add("chance.probability", $"Probability that blocks of {chance.Block} weeks in random order fall as far for as long: {found.Title}", "probability", Measure.Of(chance.Probability, chance.Weeks, events), found.PracticeId);
        if (chance.Regressions > 0)
        {
            builder.Test("chance", chance.Probability, found.PracticeId);
        }

        var how = $" In random order of blocks of {chance.Block} weeks they fall as far, for as long, with a probability of {Text.Number(chance.Probability, 3)}.";
        builder.Judge("chance", chance.Regressions > 0 && chance.Probability <= Unusual, $"“{found.Title}”: {chance.Sentence}{how} That is unusual.", $"“{found.Title}”: {chance.Sentence}{(chance.Regressions > 0 ? how : "")}", chance.Weeks, events, found.PracticeId);
    }

    // What the days without a record could have been is asked of every week; the mean of all of them is what a person can grasp.
    private static void Silence(ReportBuilder builder, PracticeWeeks practice, PracticeCycles found, IReadOnlyList<Guid> events)
    {
        var used = Evidence.Of(events.Concat(practice.Use));
        void Mean(string name, string label, Func<PracticeWeek, double?> of)
        {
            var known = practice.Weeks.Where(week => of(week) is not null).ToList();
            builder.Add($"adherence.{name}", $"Mean weekly adherence, {label}: {found.Title}", "share", known.Count == 0 ? Measure.Missing("known weeks", 0, events) : Measure.Of(known.Average(week => of(week)!.Value), known.Count, used), found.PracticeId);
        }

        Mean("mean", "days without a record read as chosen", week => week.Adherence);
        Mean("leftOut", "days without a record left out", week => week.Bounds.LeftOut);
        Mean("allMissed", "all of them missed", week => week.Bounds.AllMissed);
        Mean("allDone", "all of them done", week => week.Bounds.AllDone);
    }

    private static string Say(PracticeCycles found, CycleFigure cycle) =>
        $"“{found.Title}” made progress from {Text.Day(cycle.Onset)} to a peak of {Text.Value(cycle.Peak, "share")}, and fell to {Text.Value(cycle.Trough, "share")} from {Text.Day(cycle.Regression)} on"
        + (cycle.Recovered is { } again ? $", for {cycle.Weeks} weeks; it recovered on {Text.Day(again)}." : $": {cycle.Weeks} weeks up to the last known one.")
        + (cycle.Firm ? "" : " It depends on silence: with other readings of the days without a record it is not there.");
}
