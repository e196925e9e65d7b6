namespace Journal.Analysis.Chance;

/// <summary>Random numbers that follow from a seed, the same on every machine and in every version of the framework.</summary>
/// <remarks>Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014), SplitMix64.</remarks>
public struct SeededDice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A seed that follows from values, so that the same data give the same figures again.</summary>
    public static ulong SeedOf(ReadOnlySpan<double> values)
    {
        var dice = new SeededDice((ulong)values.Length);
        foreach (var value in values) dice.state ^= (ulong)BitConverter.DoubleToInt64Bits(value) + dice.Next();
        return dice.Next();
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));
}
