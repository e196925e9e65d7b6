using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Journal.Facts;
using Journal.Recording;
using Microsoft.Extensions.Primitives;

namespace Journal.Web.Subjects;

/// <summary>By which words the facts of a sort can be picked: each of their members that is one of a few words, and whether they are this or that.</summary>
internal sealed class FactFilter
{
    private static readonly FrozenDictionary<Type, FactFilter> ByFact = FactKinds.All.ToFrozenDictionary(kind => kind.Fact, kind => new FactFilter(kind.Fact));
    private readonly FrozenDictionary<string, Member> members;
    private readonly PropertyInfo? aim;

    private FactFilter(Type fact)
    {
        aim = fact.GetProperty("AimId");
        members = fact.GetProperties()
            .Select(property => new Member(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .Where(member => member.Type.IsEnum || member.Type == typeof(bool))
            .ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
    }

    /// <summary>The parameters, with the words that each takes.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Words)> Parameters => members.Values.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => (member.Name, member.Words));

    public static FactFilter Of(FactKind kind) => ByFact[kind.Fact];

    /// <summary>Whether a fact serves an aim.</summary>
    public bool Serves(Fact fact, Guid wanted) => aim?.GetValue(fact) is Guid served && served == wanted;

    // What every list is asked by, whatever it holds.
    private static readonly string[] OfEveryList = [.. typeof(FactQuery).GetProperties().Where(one => one.CanWrite).Select(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name))];

    /// <summary>Reads the parameters of an address by which the facts of this sort are picked.</summary>
    /// <returns>Whether a fact is among them, or why that cannot be told: <c>query.unknown</c>, or <c>NAME.unknown</c> for a word that a parameter does not take.</returns>
    public (Func<Fact, bool>? Includes, Refusal? Refusal) Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var conditions = new List<Func<Fact, bool>>();
        foreach (var (name, values) in query)
        {
            if (OfEveryList.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            if (!members.TryGetValue(name, out var member))
                return (null, Refusal.Invalid("query.unknown", $"This is asked by {string.Join(", ", OfEveryList.Concat(Parameters.Select(one => one.Name)))}."));
            var asked = values.SelectMany(value => (value ?? "").Split(',')).Select(Member.Meant).ToList();
            if (asked.Exists(word => !member.Words.Contains(word)))
                return (null, Refusal.Invalid($"{name}.unknown", $"{name} is one of {string.Join(", ", member.Words)}."));
            conditions.Add(fact => asked.Contains(member.WordOf(fact)!));
        }

        return (fact => conditions.TrueForAll(condition => condition(fact)), null);
    }

    private sealed record Member(string Name, PropertyInfo Property, Type Type)
    {
        // "done" is how a person says that it was finished.
        private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string> { ["done"] = "finished" }.ToFrozenDictionary();

        public IReadOnlyList<string> Words { get; } = Type.IsEnum ? [.. EnumWords.Of(Type)] : ["true", "false"];

        public static string Meant(string word) => Synonyms.GetValueOrDefault(word, word);

        public string? WordOf(Fact fact) => Property.GetValue(fact) is { } value ? JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!) : null;
    }
}
