using System.Reflection;

namespace Journal.Reports;

/// <summary>Every rule there is, found where it stands.</summary>
public static class Rules
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. typeof(Rules).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => typeof(Rule).IsAssignableFrom(field.FieldType))
            .Select(field => (Rule)field.GetValue(null)!)
            .OrderBy(rule => rule.Name, StringComparer.Ordinal),
    ];

    /// <summary>The rule of a name, in any case; null when there is none.</summary>
    public static Rule? Find(string name) => All.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The rules as they are listed.</summary>
public sealed record RuleList(IReadOnlyList<Rule> Rules);
