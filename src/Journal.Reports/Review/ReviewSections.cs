using Journal.Decisions;
using Journal.Entries;
using Journal.Facts;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;
using Journal.States;

namespace Journal.Reports.Review;

/// <summary>What happened: what was done of each practice, decided and written.</summary>
internal static class HappenedSection
{
    private const int Practices = 3;

    public static IEnumerable<Said> Of(ReviewedWeek week)
    {
        var known = week.Practices.Select(practice => (Practice: practice, Week: week.Of(practice))).Where(one => one.Week.Adherence is not null).ToList();
        foreach (var (practice, of) in known.OrderByDescending(one => one.Week.Done + one.Week.Partial).Take(Practices))
        {
            yield return new("done", $"“{practice.Practice.Title}”: {Figures(of)}.", of.Observed, of.Events, practice.Practice.Id);
        }

        if (known.Count > Practices)
        {
            var others = known.OrderByDescending(one => one.Week.Done + one.Week.Partial).Skip(Practices).ToList();
            yield return new("done", $"{Text.Count(others.Count, "more practice")}: done {Text.Cell(others.Sum(one => one.Week.Done + one.Week.Partial))} times in all.", others.Sum(one => one.Week.Observed), [.. others.SelectMany(one => one.Week.Events)]);
        }

        var decided = In<DecisionFact>(week, decision => decision.FirstMadeAt is { } made ? DateOnly.FromDateTime(made.DateTime) : null);
        var written = In<EntryFact>(week, entry => entry.Day);
        if (decided.Count + written.Count > 0)
        {
            yield return new("written", $"You made {Text.Count(decided.Count, "decision")} and wrote {Text.Count(written.Count, "entry", "entries")}.", decided.Count + written.Count, [.. decided.Concat<Fact>(written).SelectMany(fact => fact.Events)]);
        }
    }

    private static string Figures(PracticeWeek of) =>
        $"done {(of.Due > 0 ? $"{Text.Cell(of.Done + of.Partial)} of {Text.Number(of.Due, 1)}" : Text.Count(of.Done + of.Partial, "time"))}"
        + (of.Skipped > 0 ? $", {Text.Count(of.Skipped, "day")} excused" : "")
        + (of.Silent > 0 ? $", {Text.Count(of.Silent, "day")} without a record" : "");

    private static List<T> In<T>(ReviewedWeek week, Func<T, DateOnly?> day)
        where T : Fact => [.. week.View.Facts.Of<T>().Where(fact => day(fact) is { } at && at >= week.Week.Monday && at <= week.Week.Sunday)];
}

/// <summary>What lies outside of what is usual for the person: more than one standard deviation, and a tenth, from the known weeks before.</summary>
internal static class ChangedSection
{
    private const int Usual = 12, Fewest = 4, Most = 3;
    private const double Least = 0.1;

    public static IEnumerable<Said> Of(ReviewedWeek week)
    {
        var changed = week.Practices.Select(practice => Change(week, practice)).OfType<(double Off, Said Said)>().OrderByDescending(one => Math.Abs(one.Off)).Take(Most).Select(one => one.Said).ToList();
        changed.AddRange(Energy(week));
        if (changed.Count > 0)
        {
            return changed;
        }

        var n = week.Practices.Count(practice => week.Of(practice).Adherence is not null);
        return n == 0 ? [] : [new("usual", $"Nothing lies outside of what is usual for you in {Text.Count(n, "practice")}: more than one standard deviation, and {Text.Percent(Least)}, from your last {Usual} known weeks.", n, [.. week.Practices.SelectMany(practice => week.Of(practice).Events)])];
    }

    private static (double Off, Said Said)? Change(ReviewedWeek week, PracticeWeeks practice)
    {
        var before = practice.Weeks.Where(one => one.Week < week.Week && one.Adherence is not null).TakeLast(Usual).ToList();
        if (week.Of(practice).Adherence is not { } now || before.Count < Fewest)
        {
            return null;
        }

        double[] values = [.. before.Select(one => one.Adherence!.Value)];
        var (mean, spread) = (Numbers.Mean(values), Numbers.Spread(values));
        return Math.Abs(now - mean) <= Math.Max(spread, Least) ? null
            : (now - mean, new(
                "changed",
                $"“{practice.Practice.Title}” was {(now > mean ? "higher" : "lower")} than usual: {Text.Percent(now)}, against {Text.Percent(mean)} in the {before.Count} known weeks before.",
                before.Count + 1,
                [.. week.Of(practice).Events, .. before.SelectMany(one => one.Events)],
                practice.Practice.Id));
    }

    private static IEnumerable<Said> Energy(ReviewedWeek week)
    {
        var samples = week.View.Facts.Of<StateFact>().Where(sample => sample.Energy is not null).ToLookup(sample => IsoWeek.Of(sample.Day));
        var before = samples.Where(one => one.Key < week.Week && one.Key >= new IsoWeek(week.Week.Monday.AddDays(-7 * Usual))).Select(one => one.Average(sample => sample.Energy!.Value)).ToList();
        var now = samples[week.Week].ToList();
        if (now.Count < 2 || before.Count < Fewest)
        {
            yield break;
        }

        var (mean, spread, value) = (Numbers.Mean(before), Numbers.Spread(before), now.Average(sample => sample.Energy!.Value));
        if (Math.Abs(value - mean) > Math.Max(spread, 0.5))
        {
            yield return new("changed", $"Your energy was {(value > mean ? "higher" : "lower")} than usual: {Text.Number(value, 1)} of 7, against {Text.Number(mean, 1)} in the {before.Count} weeks before.", now.Count + before.Count, [.. now.SelectMany(sample => sample.Events)]);
        }
    }
}

/// <summary>What is eroding: regressions that are open, and progress with a sign of a fall.</summary>
internal static class ErodingSection
{
    private const int Most = 3;

    public static IEnumerable<Said> Of(ReviewedWeek week)
    {
        var (view, ends) = (week.View, week.View.Past ? "was" : "is");
        var practices = PracticeCycles.Of(view);
        var open = practices.SelectMany(practice => practice.Cycles.Where(cycle => cycle.Recovered is null).Select(cycle => (Practice: practice, Cycle: cycle))).OrderByDescending(one => one.Cycle.Regression).Take(Most).ToList();
        foreach (var (practice, cycle) in open)
        {
            yield return new(
                "eroding",
                $"“{practice.Title}” {ends} in regression since {Text.LongDay(cycle.Regression)}, from {Text.Percent(cycle.Peak)} to {Text.Percent(cycle.Trough)}{(cycle.Firm ? "" : ", which depends on what the days without a record were")}.{Chance(practice, view.Cancel)}",
                cycle.Weeks,
                cycle.Evidence,
                practice.PracticeId);
        }

        var weighed = view.Practices.Select(practice => (Practice: practice, Weighed: WeighedWeeks.Of(view, practice))).ToList();
        var forecast = new FallForecast(weighed);
        var signs = weighed.Select(one => one.Practice.Weeks.LastOrDefault(known => known.Adherence is not null) is { } last ? (one.Practice, Now: forecast.Now(one.Practice.Practice.Id, last.Week)) : default)
            .Where(one => one.Now is { Watched.Sign: true }).OrderByDescending(one => one.Now!.Probability).Take(Most).ToList();
        foreach (var (practice, now) in signs)
        {
            yield return new("eroding", $"“{practice.Practice.Title}” fell at least half a regression below its peak; one within four weeks has a probability of {Text.Number(now!.Probability)}, from {Text.Count(now.N, "earlier week")} like it.", now.N, now.Watched.Events, practice.Practice.Id);
        }

        var held = practices.Count(practice => practice.OpenProgress is not null);
        if (open.Count + signs.Count == 0 && held > 0)
        {
            yield return new("eroding", $"Nothing {(view.Past ? "was" : "is")} eroding: {Text.Count(held, "practice")} {(view.Past ? "held" : held == 1 ? "holds" : "hold")} {(held == 1 ? "its" : "their")} progress.", held, [.. practices.SelectMany(practice => practice.OpenProgress?.Evidence ?? [])]);
        }
    }

    private static string Chance(PracticeCycles practice, CancellationToken cancel) => practice.ChanceOf(cancel) is { AsChance: true } chance
        ? $" As many regressions ({chance.Regressions}) are usual in random order of the same weeks." : "";
}

/// <summary>What the journal cannot tell, and the one thing to record that would tell most.</summary>
internal static class UntoldSection
{
    public static IEnumerable<Said> Of(ReviewedWeek week)
    {
        var latest = AlignmentWeek.Of(week.View).Where(one => one.Start <= week.Week.Monday).TakeLast(4).ToList();
        string[] missing = [.. new[] { ("belief", latest.Count(one => one.Belief.Score is not null)), ("thinking", latest.Count(one => one.Thinking.Score is not null)), ("execution", latest.Count(one => one.Execution.Score is not null)) }.Where(layer => layer.Item2 == 0).Select(layer => layer.Item1)];
        var silent = week.Practices.Select(practice => (practice.Practice, week.Of(practice).Silent)).OrderByDescending(one => one.Silent).FirstOrDefault();
        if (missing.Length > 0)
        {
            yield return new("untold", $"Which layer limits you cannot be told: nothing of {Text.List(missing)} is recorded in the last four weeks.", latest.Count, []);
        }
        else if (silent.Silent > 0)
        {
            yield return new("untold", $"What “{silent.Practice.Title}” came to depends on {Text.Count(silent.Silent, "day")} without a record.", silent.Silent, silent.Practice.Events, silent.Practice.Id);
        }

        if (Advice(week, missing, silent.Practice?.Title, silent.Silent) is { } advice)
        {
            yield return new("record", advice, 0, []);
        }
    }

    private static string? Advice(ReviewedWeek week, string[] missing, string? title, int silent) => missing switch
    {
        _ when week.Practices.Count == 0 => "One thing to record: a practice, by how often you mean to do it (journal practice adopt).",
        _ when silent > 0 => $"One thing to record: also the days on which “{title}” was missed or skipped.",
        [.., "execution"] => "One thing to record: how each practice went (journal outcome done, missed or skipped).",
        ["thinking", ..] => "One thing to record: the next decision when it opens, and again when it is made (journal decision open).",
        ["belief", ..] => "One thing to record: something that speaks for or against a belief you act by (journal belief state, then journal evidence link).",
        _ => null,
    };
}
