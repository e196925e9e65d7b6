using Journal.Cli.Output;

namespace Journal.Cli.Reading;

/// <summary>Titles among others.</summary>
internal static class Named
{
    /// <summary>A title; with the short id where another one has the same.</summary>
    public static string Of(string title, Guid id, IEnumerable<string> all) => all.Count(other => other == title) > 1 ? $"{title} [{Saying.Short(id)}]" : title;
}
