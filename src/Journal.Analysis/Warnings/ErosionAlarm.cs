namespace Journal.Analysis.Warnings;

/// <summary>When the odds of a fall are told: once, once more when beyond doubt, and again only after the plateau has proved to hold.</summary>
internal sealed class ErosionAlarm
{
    private const double Odds = 5, BeyondDoubt = 200, Even = 1, Held = 0.3;
    private const int CalmDays = 2, HeldDays = 3;

    private double limit;
    private int calm, held;

    /// <summary>Whether there is a plateau to be watched.</summary>
    public bool Armed { get; private set; }

    /// <summary>Whether it has rung and the plateau has not proved to hold since.</summary>
    public bool Told => Armed && limit > Odds;

    /// <summary>Takes in the odds of one day and says whether to warn; the first calm days only arm it.</summary>
    public bool Rings(double logOdds)
    {
        if (!Armed)
        {
            calm = logOdds < Math.Log(Even) ? calm + 1 : 0;
            if (calm >= CalmDays) (Armed, limit, held) = (true, Odds, 0);
            return false;
        }
        held = limit > Odds && logOdds < Math.Log(Held) ? held + 1 : 0;
        if (held >= HeldDays) limit = Odds;
        if (logOdds <= Math.Log(limit)) return false;
        limit = limit > Odds || logOdds > Math.Log(BeyondDoubt) ? double.PositiveInfinity : BeyondDoubt;
        return true;
    }

    /// <summary>The plateau is gone, or was none.</summary>
    public void Forget() => (Armed, calm) = (false, 0);
}
