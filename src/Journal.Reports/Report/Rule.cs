namespace Journal.Reports;

/// <summary>A threshold that reports judge by. It stands beside what judges by it.</summary>
/// <param name="Name">As sets of rules write it; it never changes, for answers and files hold it.</param>
/// <param name="Default">Its value where nobody chose another.</param>
/// <param name="Lowest">The lowest value it may have.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Meaning">What it is for, with its unit.</param>
public record Rule(string Name, double Default, double Lowest, double Highest, string Meaning)
{
    /// <summary>Whether it is a whole number.</summary>
    public virtual bool Whole => false;
}

/// <summary>A rule that counts.</summary>
public sealed record WholeRule(string Name, double Default, double Lowest, double Highest, string Meaning) : Rule(Name, Default, Lowest, Highest, Meaning)
{
    public override bool Whole => true;
}

/// <summary>What the values of rules are read from.</summary>
public interface IRules
{
    double this[Rule rule] { get; }

    int this[WholeRule rule] { get; }
}
