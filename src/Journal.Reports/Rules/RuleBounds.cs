namespace Journal.Reports.Rules;

/// <summary>What values a rule may have.</summary>
/// <param name="Name">As the rule sets write it.</param>
/// <param name="Lowest">The lowest value.</param>
/// <param name="Highest">The highest value.</param>
/// <param name="Whole">Whether it is a whole number.</param>
public sealed record RuleBounds(string Name, double Lowest, double Highest, bool Whole);
