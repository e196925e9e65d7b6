namespace Journal.Reports;

/// <summary>Rules of which it is remembered which were read: what was worked out by them stands as long as those say the same.</summary>
internal sealed class RulesRead(IRules rules) : IRules
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

    /// <summary>Whether others say the same of what was read; they are read for it, so that an answer names them.</summary>
    public bool AreThoseOf(IRules others)
    {
        var same = true;
        foreach (var (rule, value) in read)
        {
            same &= others[rule] == value;
        }

        return same;
    }
}
