namespace Journal.Reports;

/// <summary>Rules of which it is remembered which are read.</summary>
internal sealed class RulesBeingRead(IRules rules) : IRules
{
    private readonly List<(Rule Rule, double Value)> read = [];

    public double this[Rule rule]
    {
        get
        {
            var value = rules[rule];
            if (!read.Contains((rule, value)))
            {
                read.Add((rule, value));
            }

            return value;
        }
    }

    public int this[WholeRule rule] => (int)this[(Rule)rule];

    /// <summary>Those that were read so far, without what they were read of: that is a view, with all that it sees.</summary>
    public RulesRead Read() => new([.. read]);
}

/// <summary>Rules that were read, with their values: what was worked out by them stands as long as others say the same.</summary>
internal sealed record RulesRead(IReadOnlyList<(Rule Rule, double Value)> Values)
{
    /// <summary>Whether others say the same; they are read for it, so that an answer names them.</summary>
    public bool AreThoseOf(IRules others)
    {
        var same = true;
        foreach (var (rule, value) in Values)
        {
            same &= others[rule] == value;
        }

        return same;
    }
}
