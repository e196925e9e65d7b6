using Journal.Analysis.Calibration;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>
/// The probability, stated each week of progress, that a regression begins within four weeks; and what became of what was stated. The only sign it goes by is a week that lies at
/// least half a drop below the peak so far. How often a regression followed such a week, and other weeks, is counted from earlier weeks of the same person alone, and drawn
/// towards their base rate as far as those are few. A week belongs to the earlier ones once its four weeks are over.
/// </summary>
internal sealed class FallForecast
{
    /// <summary>Weeks that a forecast reaches.</summary>
    public const int Ahead = 4;

    private const double Prior = 4, FirstRate = 0.15;
    private readonly List<Stated> stated = [];

    /// <summary>Forecasts for all practices, from what was known in each week.</summary>
    public FallForecast(IReadOnlyList<(PracticeWeeks Practice, WeighedWeeks Weighed)> practices)
    {
        var watched = practices.SelectMany(one => Watched.Of(one.Practice, one.Weighed)).OrderBy(week => week.Week).ThenBy(week => week.Practice).ToList();
        var told = watched.Where(week => week.KnownFrom is not null).OrderBy(week => week.KnownFrom!.Value).ToList();
        var (quiet, signs, next) = (default(Tally), default(Tally), 0);
        foreach (var week in watched)
        {
            // What is told after four weeks, or by the regression itself once its weeks are known.
            for (; next < told.Count && told[next].KnownFrom!.Value <= week.Week; next++)
            {
                (quiet, signs) = told[next].Sign ? (quiet, signs.With(told[next].Fell!.Value)) : (quiet.With(told[next].Fell!.Value), signs);
            }

            var baseRate = (quiet.Falls + signs.Falls + (Prior * FirstRate)) / (quiet.N + signs.N + Prior);
            var own = week.Sign ? signs : quiet;
            stated.Add(new(week, (own.Falls + (Prior * baseRate)) / (own.N + Prior), baseRate, own.N));
        }
    }

    /// <summary>Those whose four weeks are over.</summary>
    public IReadOnlyList<Stated> Told => [.. stated.Where(one => one.Watched.Fell is not null)];

    /// <summary>What is stated of a practice for its last known week; null where that is not in progress.</summary>
    public Stated? Now(Guid practice, IsoWeek last) => stated.LastOrDefault(one => one.Watched.Practice == practice) is { } latest && latest.Watched.Week == last ? latest : null;

    /// <summary>Mean squared distance of what was stated from what came.</summary>
    public static double Brier(IReadOnlyList<Stated> told, Func<Stated, double> probability) =>
        BrierScore.Of([.. told.Select(probability)], [.. told.Select(one => one.Watched.Fell == true)]);

    private readonly record struct Tally(int N, int Falls)
    {
        public Tally With(bool fell) => new(N + 1, Falls + (fell ? 1 : 0));
    }
}

/// <summary>A probability that was stated, with the base rate at that time and how many earlier weeks of the sort it rests on.</summary>
internal sealed record Stated(Watched Watched, double Probability, double BaseRate, int N);

/// <summary>A known week of progress.</summary>
/// <param name="Sign">Whether it lies at least half a drop below the peak so far.</param>
/// <param name="Fell">Whether a regression began within four weeks; null where that is not known yet.</param>
/// <param name="KnownFrom">The week from which on that is known.</param>
internal sealed record Watched(Guid Practice, IsoWeek Week, bool Sign, bool? Fell, IsoWeek? KnownFrom, IReadOnlyList<Guid> Events)
{
    public static IEnumerable<Watched> Of(PracticeWeeks practice, WeighedWeeks weighed)
    {
        var (weeks, all) = (practice.Weeks, new List<Watched>());
        var last = Array.FindLastIndex(weighed.Weeks, value => !double.IsNaN(value));
        foreach (var found in Found(weighed))
        {
            var until = found.Fall ?? last + 1;
            var peak = 0.0;
            for (var i = found.Onset; i < until; i++)
            {
                var value = weighed.Weeks[i];
                if (double.IsNaN(value))
                {
                    continue;
                }

                peak = Math.Max(peak, value);
                if (i < found.Onset + weighed.Limits.ProgressWeeks - 1)
                {
                    continue;
                }

                var fell = found.Fall is { } fall && fall <= i + FallForecast.Ahead;
                var known = fell ? found.Fall!.Value + weighed.Limits.RegressionWeeks - 1 : i + FallForecast.Ahead + weighed.Limits.RegressionWeeks - 1;
                var isKnown = known <= last;
                all.Add(new(
                    practice.Practice.Id,
                    weeks[i].Week,
                    value <= peak - (weighed.Limits.Drop / 2) + 1e-9,
                    isKnown ? fell : null,
                    isKnown ? weeks[known].Week : null,
                    weeks[i].Events));
            }
        }

        return all;
    }

    private static List<ScannedCycle> Found(WeighedWeeks weighed)
    {
        var scan = new CycleScan(weighed.Weeks, weighed.Limits);
        var all = new List<ScannedCycle>();
        for (int? from = 0; from is { } next && scan.Next(next) is { } found; from = found.Recovered)
        {
            all.Add(found);
        }

        return all;
    }
}

/// <summary>The forecasts in the report, and their score.</summary>
internal static class ForecastSection
{
    private const int FewestTold = 10;

    public static void Write(ReportView view, ReportBuilder builder)
    {
        var weighed = view.Practices.Select(practice => (Practice: practice, Weighed: WeighedWeeks.Of(view, practice))).ToList();
        var forecast = new FallForecast(weighed);
        var told = forecast.Told;
        var score = Score(builder, told);
        foreach (var (practice, _) in weighed)
        {
            if (practice.Weeks.LastOrDefault(week => week.Adherence is not null) is { } last && forecast.Now(practice.Practice.Id, last.Week) is { } now)
            {
                var events = practice.Practice.Events.Concat(now.Watched.Events);
                builder.Add("fall.probability", $"Probability of a regression within {FallForecast.Ahead} weeks: {practice.Practice.Title}", "share", Measure.Of(now.Probability, now.N, events), practice.Practice.Id, last.Week.Monday, last.Week.Sunday);
                var said = $"“{practice.Practice.Title}”, week of {Text.Day(last.Week.Monday)}: a regression within {FallForecast.Ahead} weeks has a probability of {Text.Number(now.Probability)}, from {Text.Count(now.N, "earlier week")} {(now.Watched.Sign ? "as far below the peak" : "near the peak")}. {score}";
                builder.Judge("warning", now.Watched.Sign, said, said, now.N, events, practice.Practice.Id);
            }
        }
    }

    private static string Score(ReportBuilder builder, IReadOnlyList<Stated> told)
    {
        var events = told.SelectMany(one => one.Watched.Events).Distinct().ToList();
        if (told.Count < FewestTold)
        {
            var missing = $"at least {FewestTold} weeks of progress whose next four weeks are over; there are {told.Count}";
            builder.Add("fall.brier", "Brier score of the probabilities stated so far", "score", Measure.Missing(missing, told.Count, events));
            return $"How good such statements are cannot be told before {FewestTold} of them are over; {told.Count} are.";
        }

        var (own, rate) = (FallForecast.Brier(told, one => one.Probability), FallForecast.Brier(told, one => one.BaseRate));
        var skill = rate > 0 ? 1 - (own / rate) : 0;
        builder.Add("fall.brier", "Brier score of the probabilities stated so far", "score", Measure.Of(own, told.Count, events));
        builder.Add("fall.skill", "Skill of them against always stating the base rate (0 none, 1 perfect)", "ratio", Measure.Of(skill, told.Count, events));
        builder.Add(new Table(
            "warnings",
            "Weeks with a sign of a fall and without, and what followed within four weeks",
            ["sign", "regression", "none"],
            [.. Signs.Select(sign => new Row([sign ? "far below the peak" : "near the peak", Count(told, sign, true), Count(told, sign, false)], null, [.. told.Where(one => one.Watched.Sign == sign).SelectMany(one => one.Watched.Events).Distinct()]))]));
        return $"Such statements so far: Brier score {Text.Number(own)} against {Text.Number(rate)} for the base rate alone, n {told.Count}{(skill <= 0 ? ", so they add nothing to it" : "")}.";
    }

    private static readonly bool[] Signs = [true, false];

    private static string? Count(IReadOnlyList<Stated> told, bool sign, bool fell) => Text.Cell(told.Count(one => one.Watched.Sign == sign && one.Watched.Fell == fell));
}
