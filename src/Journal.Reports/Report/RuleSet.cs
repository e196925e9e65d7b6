using System.Globalization;
using Journal.Recording;

namespace Journal.Reports;

/// <summary>
/// The values that rules have in one reading of a history: data with a version, so that a figure can say by which rules it was made and the same history can
/// be read under others.
/// </summary>
public sealed record RuleSet : IRules
{
    private readonly SortedDictionary<string, double> changed;

    private RuleSet(SortedDictionary<string, double> changed)
    {
        this.changed = changed;
        Version = changed.Count == 0 ? "1" : string.Join(' ', ["1", .. Rules.All.Where(rule => changed.ContainsKey(rule.Name)).Select(rule => $"{rule.Name}={Text(changed[rule.Name])}")]);
    }

    public static RuleSet Default { get; } = new(new SortedDictionary<string, double>(StringComparer.Ordinal));

    /// <summary>The version of the default set, followed by what was changed: <c>1</c>, <c>1 drop=0.5</c>.</summary>
    public string Version { get; }

    public double this[Rule rule] => changed.TryGetValue(rule.Name, out var value) ? value : rule.Default;

    public int this[WholeRule rule] => (int)this[(Rule)rule];

    /// <summary>The set with one rule changed.</summary>
    /// <param name="name">A rule's name, such as <c>drop</c>; case does not matter.</param>
    /// <param name="value">Its new value, in the rule's unit.</param>
    /// <returns>The changed set, or why there is none.</returns>
    public (RuleSet? Set, Refusal? Refusal) With(string name, double value) => Rules.Find(name) switch
    {
        null => (null, Refusal.Invalid("rules.unknown", $"There is no such rule; the rules are {string.Join(", ", Rules.All.Select(known => known.Name))}.")),
        var rule when !(value >= rule.Lowest && value <= rule.Highest) || (rule.Whole && value != Math.Floor(value)) =>
            (null, Refusal.Invalid("rules.range", $"{rule.Name} is a {(rule.Whole ? "whole " : "")}number from {Text(rule.Lowest)} to {Text(rule.Highest)}.")),
        var rule => (With(rule, value), null),
    };

    public bool Equals(RuleSet? other) => Version == other?.Version;

    public override int GetHashCode() => Version.GetHashCode(StringComparison.Ordinal);

    private RuleSet With(Rule rule, double value)
    {
        var next = new SortedDictionary<string, double>(changed, StringComparer.Ordinal) { [rule.Name] = value };
        if (value == rule.Default)
        {
            next.Remove(rule.Name);
        }

        return new(next);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
