namespace Journal;

/// <summary>What stands in place of a text that was erased.</summary>
public static class ErasedText
{
    /// <summary>In place of one text.</summary>
    public const string Only = "[erased]";

    /// <summary>In place of one of several, which stay as many and different from one another.</summary>
    /// <param name="place">Which, from 0.</param>
    public static string InPlace(int place) => $"[erased {place + 1}]";

    /// <summary>Whether a text, or each of several, is one of these.</summary>
    public static bool Is(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Count > 0 && texts.Select((text, place) => text == Only || text == InPlace(place)).All(erased => erased);
    }
}
