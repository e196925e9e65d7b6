using System.Diagnostics;
using System.Globalization;
using Journal.Analysis.Chance;
using Journal.Reports;
using Journal.Reports.Cycles;

namespace Journal.Benchmarks.Accuracy;

/// <summary>What the weekly rules and their comparison with chance say of people in whom nothing changes.</summary>
/// <param name="Regressions">Found a year, on average.</param>
/// <param name="Expected">Those that random orders of the same weeks have a year.</param>
/// <param name="Unusual">Share of people whose order is told to be unusual (p of blocks at most .05).</param>
/// <param name="WithCycle">Share of people with a regression at all.</param>
/// <param name="Milliseconds">Processor time of one comparison.</param>
internal sealed record NullFigures(string Kind, double Regressions, double Expected, double Unusual, double WithCycle, double Milliseconds);

/// <summary>Coin flips of one probability for two years: every day, or once a week; with or without a memory of the day before.</summary>
internal static class NullPeople
{
    private const int Weeks = 104;

    public static List<NullFigures> Score(int people)
    {
        List<NullFigures> all = [];
        foreach (var daily in (bool[])[true, false])
            foreach (var memory in (double[])[0, 0.4])
                foreach (var share in (double[])[0.5, 0.6, 0.7, 0.8, 0.9])
                    all.Add(Score(people, daily, memory, share));
        return all;
    }

    public static void Print(List<NullFigures> figures)
    {
        Console.WriteLine("People in whom nothing changes, two years each");
        Console.WriteLine("kind                   regressions/yr  by chance  with any  p <= .05  ms");
        foreach (var f in figures) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f.Kind,-22} {f.Regressions,14:0.00}  {f.Expected,9:0.00}  {f.WithCycle,8:0.00}  {f.Unusual,8:0.000}  {f.Milliseconds:0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all                                                        {figures.Average(f => f.Unusual),8:0.000}"));
        Console.WriteLine();
    }

    private static NullFigures Score(int people, bool daily, double memory, double share)
    {
        double regressions = 0, expected = 0, unusual = 0, any = 0;
        var weeks = new double[Weeks];
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var person = 0; person < people; person++)
        {
            var dice = new SeededDice((ulong)(50_000 + person));
            var done = dice.Share() < share;
            for (var week = 0; week < Weeks; week++)
            {
                var times = 0;
                for (var day = 0; day < (daily ? 7 : 1); day++)
                {
                    done = dice.Share() < memory ? done : dice.Share() < share;
                    times += done ? 1 : 0;
                }
                weeks[week] = times / (daily ? 7.0 : 1);
            }
            var chance = CycleChance.Of(weeks, CycleLimits.Of(RuleSet.Default), RuleSet.Default[CycleChance.ChanceWeeks])!;
            regressions += chance.Found.Count;
            expected += chance.Expected;
            unusual += chance.Probability <= 0.05 ? 1 : 0;
            any += chance.Found.Count > 0 ? 1 : 0;
        }
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / people;
        return new(string.Create(CultureInfo.InvariantCulture, $"{(daily ? "daily" : "weekly")} {share:0.0}, memory {memory:0.0}"), regressions / people / 2, expected / people / 2, unusual / people, any / people, spent);
    }
}
