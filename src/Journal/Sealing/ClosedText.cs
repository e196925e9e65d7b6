using System.Text.RegularExpressions;

namespace Journal.Sealing;

/// <summary>What is read in place of a text that is sealed and cannot be opened.</summary>
public static partial class ClosedText
{
    /// <summary>In place of what is not a whole sealed text.</summary>
    public const string Broken = "[unreadable]";

    /// <summary>In place of a text whose key is not there. Different texts read differently.</summary>
    internal static string Locked(SealedText sealedText) => $"[locked {Which(sealedText)}]";

    /// <summary>In place of a text that its key does not open.</summary>
    internal static string Unreadable(SealedText sealedText) => $"[unreadable {Which(sealedText)}]";

    /// <summary>Whether a text is one of these.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('[') && Closed().IsMatch(text);
    }

    private static string Which(SealedText sealedText) => Convert.ToHexStringLower(sealedText.Nonce.Span[..4]);

    [GeneratedRegex(@"\A\[(locked [0-9a-f]{8}|unreadable( [0-9a-f]{8})?)\]\z")]
    private static partial Regex Closed();
}
