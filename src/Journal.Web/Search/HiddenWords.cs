using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Journal.Sealing;

namespace Journal.Web.Search;

/// <summary>Words as they lie in the index of somebody whose words are sealed: each hidden by their key, in its place, so that words are found together as well.</summary>
internal static class HiddenWords
{
    private const string Or = "or";

    /// <summary>Folded text with every word hidden.</summary>
    public static string Of(string folded, PersonKey key) => string.Join(' ', Split(folded).Select(key.Hidden));

    /// <summary>A question with every word hidden; what joins words, leaves one out or keeps them together stays.</summary>
    public static string Asked(string folded, PersonKey key)
    {
        var asked = new StringBuilder();
        // What stands between quotes has an odd place.
        foreach (var (part, place) in folded.Split('"').Select((part, place) => (part, place)))
        {
            if (place % 2 == 1)
            {
                asked.Append('"').Append(Of(part, key)).Append("\" ");
                continue;
            }

            foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var left = word[0] == '-';
                var hidden = word == Or ? Or : Of(word, key);
                // A minus before a quote stands alone.
                if (hidden.Length == 0)
                    asked.Append(left && word.Length == 1 ? "-" : "");
                else
                    asked.Append(left ? "-" : "").Append(hidden.Contains(' ', StringComparison.Ordinal) ? $"\"{hidden}\"" : hidden).Append(' ');
            }
        }

        return asked.ToString();
    }

    /// <summary>Hides the words of a stored document.</summary>
    /// <returns>Whether they were not hidden before.</returns>
    public static bool Hide(JsonObject document, PersonKey key)
    {
        if (document[nameof(WrittenText.Hidden)] is not null)
            return false;
        document[nameof(WrittenText.Text)] = Of(document[nameof(WrittenText.Text)]!.GetValue<string>(), key);
        document[nameof(WrittenText.Hidden)] = true;
        return true;
    }

    private static IEnumerable<string> Split(string folded)
    {
        var word = new StringBuilder();
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
