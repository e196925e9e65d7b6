namespace Journal.Reports.Cycles;

/// <summary>Progress that was found, by positions among the weeks.</summary>
/// <param name="Onset">Its first week.</param>
/// <param name="PeakFrom">The first week of its peak.</param>
/// <param name="Peak">Mean adherence of the peak.</param>
/// <param name="Fall">The first week of the regression; null where none has followed.</param>
/// <param name="Recovered">The first week of the recovery; null where there is none.</param>
internal readonly record struct ScannedCycle(int Onset, int PeakFrom, double Peak, int? Fall, int? Recovered);

/// <summary>
/// The weekly rules over a span of weeks, NaN where one is not known. The same code finds the cycles of a person and those of the thousands of random orders that they are
/// compared with, so it takes no memory.
/// </summary>
internal readonly ref struct CycleScan(ReadOnlySpan<double> weeks, in CycleLimits limits)
{
    // 0.9 - 0.3 is not 0.6 in binary; a week at the very threshold belongs to the regression.
    private const double Rounding = 1e-9;

    private readonly ReadOnlySpan<double> weeks = weeks;
    private readonly CycleLimits limits = limits;

    /// <summary>The next progress from a week on; null when there is none. To go on, ask again from its recovery.</summary>
    public ScannedCycle? Next(int from)
    {
        if (AtLeast(from, limits.ProgressWeeks, limits.Progress) is not { } onset)
        {
            return null;
        }

        var (peakFrom, peak) = Highest(onset, onset + limits.ProgressWeeks);
        for (var i = onset + limits.ProgressWeeks; i + limits.RegressionWeeks <= weeks.Length; i++)
        {
            if (Fell(i, peak - limits.Drop + Rounding))
            {
                // From a high peak a week may lie at both levels: the regression has its weeks first.
                return new(onset, peakFrom, peak, i, AtLeast(i + limits.RegressionWeeks, limits.RecoveryWeeks, limits.Recovery));
            }

            // The peak is the best so far, so that what comes after a fall cannot change when it began.
            Raise(onset, i + 1, ref peakFrom, ref peak);
        }

        (peakFrom, peak) = Highest(onset, weeks.Length);
        return new(onset, peakFrom, peak, null, null);
    }

    private int? AtLeast(int from, int length, double level)
    {
        var run = 0;
        for (var i = from; i < weeks.Length; i++)
        {
            // NaN is at no level.
            run = weeks[i] >= level ? run + 1 : 0;
            if (run == length)
            {
                return i - length + 1;
            }
        }

        return null;
    }

    private bool Fell(int from, double limit)
    {
        for (var i = from; i < from + limits.RegressionWeeks; i++)
        {
            if (!(weeks[i] <= limit))
            {
                return false;
            }
        }

        return true;
    }

    private (int From, double Value) Highest(int onset, int until)
    {
        // Progress may be shorter than the span the peak is asked over: then all of it is the peak.
        var (from, value) = (onset, Mean(onset, Math.Min(limits.PeakWeeks, until - onset)));
        for (var end = onset + limits.PeakWeeks + 1; end <= until; end++)
        {
            Raise(onset, end, ref from, ref value);
        }

        return (from, value);
    }

    // The span that ends before a week, where it is known throughout and higher.
    private void Raise(int onset, int end, ref int from, ref double value)
    {
        var start = end - limits.PeakWeeks;
        if (start < onset)
        {
            return;
        }

        var sum = 0.0;
        for (var i = start; i < end; i++)
        {
            sum += weeks[i];
        }

        // A sum with an unknown week is NaN, and higher than nothing.
        if (sum / limits.PeakWeeks > value)
        {
            (from, value) = (start, sum / limits.PeakWeeks);
        }
    }

    private double Mean(int from, int length)
    {
        var (sum, known) = (0.0, 0);
        for (var i = from; i < from + length; i++)
        {
            if (!double.IsNaN(weeks[i]))
            {
                (sum, known) = (sum + weeks[i], known + 1);
            }
        }

        return sum / known;
    }
}

/// <summary>The rules of cycles, read once.</summary>
internal readonly record struct CycleLimits(double Progress, double Drop, double Recovery, int ProgressWeeks, int PeakWeeks, int RegressionWeeks, int RecoveryWeeks)
{
    public static CycleLimits Of(IRules rules) => new(
        rules[CycleRules.Progress],
        rules[CycleRules.Drop],
        rules[CycleRules.Recovery],
        rules[CycleRules.ProgressWeeks],
        rules[CycleRules.PeakWeeks],
        rules[CycleRules.RegressionWeeks],
        rules[CycleRules.RecoveryWeeks]);
}
