using System.Reflection;

namespace Journal.EventStore;

/// <summary>Numbered SQL scripts embedded in an assembly, such as <c>Schema/0001_people.sql</c>, applied once each and in order.</summary>
/// <param name="Component">Whose scripts these are; every component counts its own numbers.</param>
/// <param name="Assembly">Holds the scripts as embedded resources.</param>
/// <param name="Prefix">Beginning of the resource names, up to the number: <c>Journal.EventStore.Schema.</c></param>
/// <remarks>In a script, <c>{schema}</c> stands for the quoted name of the schema. A script that was released never changes; a change is a new number.</remarks>
public sealed record SchemaScripts(string Component, Assembly Assembly, string Prefix)
{
    internal IReadOnlyList<SchemaScript> Read() =>
        [.. Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(ReadOne)];

    private SchemaScript ReadOne(string resource)
    {
        var name = resource[Prefix.Length..];
        if (name.Length < 5 || !int.TryParse(name[..4], out var number))
            throw new InvalidOperationException($"The script {resource} does not begin with four digits.");

        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!);
        return new SchemaScript(number, name, reader.ReadToEnd());
    }
}

/// <summary>One script: its number, its name and its text.</summary>
internal sealed record SchemaScript(int Number, string Name, string Sql);
