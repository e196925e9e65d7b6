namespace Journal.Seeds;

/// <summary>Chance that is the same on every machine and for ever: SplitMix64 (Steele, Lea and Flood, 2014), begun from a constant.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number, both ends included.</summary>
    public int Roll(int lowest, int highest) => lowest + (int)(Next() % (ulong)(highest - lowest + 1));

    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Roll(0, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
