using System.Text;

namespace Journal.Web.Interchange;

/// <summary>Texts of another application as far as a journal can keep them: cut where they are too long, without what cannot be stored.</summary>
/// <param name="warn">Told what had to be changed: <c>note.cut</c>, <c>note.encoding</c>.</param>
internal sealed class KeptText(Action<string> warn)
{
    /// <summary>The text; null where there is nothing to read in it.</summary>
    /// <param name="text">As it stands in the source.</param>
    /// <param name="name">What it is, in the warning.</param>
    /// <param name="most">Characters that can be kept.</param>
    public string? Of(string? text, string name, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var kept = Storable(text);
        if (kept.Length != text.Length || kept.Contains('\uFFFD', StringComparison.Ordinal))
        {
            warn($"{name}.encoding");
        }

        if (kept.Length > most)
        {
            warn($"{name}.cut");
            kept = kept[..(char.IsHighSurrogate(kept[most - 1]) ? most - 1 : most)];
        }

        return string.IsNullOrWhiteSpace(kept) ? null : kept;
    }

    private static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }
}
