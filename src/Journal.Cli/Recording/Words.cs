using System.CommandLine.Parsing;

namespace Journal.Cli.Recording;

/// <summary>Words of the domain on the command line: the names themselves, in any case. The library's own reading takes numbers and lists for words, too.</summary>
internal static class Words
{
    public static T One<T>(ArgumentResult result)
        where T : struct, Enum => Many<T>(result) is [var only] ? only : default;

    public static T? Perhaps<T>(ArgumentResult result)
        where T : struct, Enum => result.Tokens.Count == 0 ? null : One<T>(result);

    public static T[] Many<T>(ArgumentResult result)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var found = result.Tokens.Select(token => names.FirstOrDefault(name => string.Equals(name, token.Value, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Contains(null))
        {
            result.AddError($"{result.Argument.Name} is one of {string.Join(", ", names.Select(Camel))}.");
            return [];
        }

        return [.. found.Select(name => Enum.Parse<T>(name!))];
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
