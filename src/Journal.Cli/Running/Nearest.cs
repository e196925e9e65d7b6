namespace Journal.Cli.Running;

/// <summary>The word that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>What to add to a refusal; nothing where no word is near.</summary>
    public static string Hint(string typed, IEnumerable<string> known) => Find(typed, known) is { } meant ? $" Did you mean {meant}?" : "";

    /// <summary>The nearest word: one that begins so, or one that begins so after few changes of a letter; null where none is near.</summary>
    public static string? Find(string typed, IEnumerable<string> known) => typed.Length == 0 ? null : known
        .Select(word => (Word: word, Changes: word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && typed.Length > 1 ? 0 : Math.Min(Changes(typed, word), Changes(typed, word[..Math.Min(word.Length, typed.Length)]))))
        .Where(one => one.Changes <= Math.Max(1, typed.Length / 3))
        .OrderBy(one => one.Changes).ThenBy(one => one.Word, StringComparer.Ordinal).Select(one => one.Word).FirstOrDefault();

    // Damerau and Levenshtein: two letters in the wrong order are one change.
    private static int Changes(string typed, string word)
    {
        var (a, b) = (typed.ToUpperInvariant(), word.ToUpperInvariant());
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
