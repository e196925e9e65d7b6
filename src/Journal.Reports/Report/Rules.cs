using System.Reflection;

namespace Journal.Reports;

/// <summary>Every rule there is, found where it stands.</summary>
public static class Rules
{
    /// <summary>In a fixed order: by what judges by them, and there as they are written down.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. typeof(Rules).Assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(field => field.MetadataToken))
            .Where(field => typeof(Rule).IsAssignableFrom(field.FieldType))
            .Select(field => (Rule)field.GetValue(null)!),
    ];

    /// <summary>The rule of a name, in any case; null when there is none.</summary>
    public static Rule? Find(string name) => All.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The rules as they are listed.</summary>
public sealed record RuleList(IReadOnlyList<Rule> Rules);

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
