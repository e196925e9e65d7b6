using System.Globalization;
using Journal.Analysis.Chance;

namespace Journal.Benchmarks.Accuracy;

/// <summary>How often a layer is named as the first to fall.</summary>
/// <param name="Lead">Weeks that it falls before execution; null where it falls when it likes.</param>
/// <param name="Noise">Standard deviation of a week's score, whose fall is .35.</param>
/// <param name="Named">Share of records in which it is named: a lead above 0 at a probability of .025 or less.</param>
/// <param name="MeanLead">The mean of the leads found.</param>
internal sealed record OrderFigures(int Regressions, int? Lead, double Noise, double Named, double MeanLead);

/// <summary>Records with regressions of execution and a layer that falls some weeks earlier, or at times of its own.</summary>
internal static class LayerOrder
{
    private const int Records = 400;
    private const double Limit = 0.025, Level = 0.8, Drop = 0.35, Memory = 0.3, Known = 0.9;

    public static List<OrderFigures> Score() =>
    [
        .. from regressions in (int[])[4, 6, 8] from noise in (double[])[0.05, 0.1, 0.15] from lead in (int?[])[null, 2, 3, 4] select Score(regressions, lead, noise),
    ];

    public static void Print(List<OrderFigures> figures)
    {
        Console.WriteLine($"A layer that falls before execution, {Records} records each (a fall of {Drop}, noise with a memory of {Memory}, {Known:P0} of the weeks known)");
        Console.WriteLine("regressions  lead  noise  named  mean lead");
        foreach (var f in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f.Regressions,11}  {f.Lead?.ToString(CultureInfo.InvariantCulture) ?? "none",4}  {f.Noise,5:0.00}  {f.Named,5:0.00}  {f.MeanLead,9:0.0}"));
        Console.WriteLine();
    }

    private static OrderFigures Score(int regressions, int? lead, double noise)
    {
        double named = 0, leads = 0;
        var told = 0;
        for (var record = 0; record < Records; record++)
        {
            var dice = new SeededDice((ulong)(60_000 + record));
            var (falls, weeks) = Falls(regressions, ref dice);
            // A layer of its own falls as often and as long, in an order of its own.
            var (own, ownWeeks) = Falls(regressions, ref dice);
            var layer = Noise.Make(Math.Max(weeks, ownWeeks), Memory, (ulong)(70_000 + record))[..weeks];
            for (var t = 0; t < weeks; t++)
            {
                var low = lead is { } early
                    ? falls.Any(fall => t >= fall.Fall - early && t < fall.Until - early)
                    : own.Any(fall => t >= fall.Fall && t < fall.Until);
                layer[t] = dice.Share() < Known ? Level - (low ? Drop : 0) + (noise * layer[t]) : double.NaN;
            }

            (int, int)[] asked = [.. falls.Select(fall => (fall.Onset, fall.Fall))];
            var found = FallOrder.Lead(layer, asked, 0, new double[asked.Length]);
            if (double.IsNaN(found)) continue;
            told++;
            leads += found;
            named += found > 0 && FallOrder.Probability(layer, asked) <= Limit ? 1 : 0;
        }

        return new(regressions, lead, noise, named / Records, leads / told);
    }

    private static (List<(int Onset, int Fall, int Until)> Falls, int Weeks) Falls(int regressions, ref SeededDice dice)
    {
        var (falls, at) = (new List<(int, int, int)>(), 3 + dice.Below(6));
        for (var i = 0; i < regressions; i++)
        {
            var (fall, until) = (at + 10 + dice.Below(8), 0);
            until = fall + 4 + dice.Below(4);
            falls.Add((at, fall, until));
            at = until + dice.Below(3);
        }

        return (falls, at + 6);
    }
}
