namespace Journal.Web.Interchange.Sources;

/// <summary>What can be told of a JSON text from how it begins.</summary>
internal static class JsonHead
{
    private const int Length = 1 << 14;

    /// <summary>How a file begins.</summary>
    public static string Of(SourceEntry entry)
    {
        using var stream = entry.OpenUtf8();
        var start = new byte[Length];
        return System.Text.Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).TrimStart('\uFEFF');
    }

    /// <summary>Whether members of these names stand in it.</summary>
    public static bool Names(string head, params IEnumerable<string> names) => names.All(name => head.Contains($"\"{name}\"", StringComparison.Ordinal));

    /// <summary>Whether it is a JSON text with these members.</summary>
    public static bool Is(SourceFile file, params IEnumerable<string> names) => file.Main is not null && file.Head.TrimStart() is ['{' or '[', ..] && Names(file.Head, names);
}
