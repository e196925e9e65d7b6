using System.Text;
using Journal.Recording;

namespace Journal.Web.Interchange.Sources;

/// <summary>Names of another application as parts of keys: what cannot be stored is left out, and what is too long is told apart all the same.</summary>
internal static class SourceKey
{
    private const int Longest = 400;

    public static string Of(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value != 0)
                kept.Append(rune.ToString());
        }

        return kept.Length > Longest ? NamedId.Create(Guid.Empty, kept.ToString()).ToString("N") : kept.ToString();
    }
}
