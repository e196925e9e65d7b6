namespace Journal.EventStore;

/// <summary>Names of schemas and tables inside statements.</summary>
internal static class SqlName
{
    /// <summary>The name as an identifier: quoted, quotes doubled.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The text as a literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
