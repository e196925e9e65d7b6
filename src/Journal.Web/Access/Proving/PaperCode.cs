using System.Security.Cryptography;
using System.Text;

namespace Journal.Web.Access.Proving;

/// <summary>A code that people read from paper or a screen and type: 80 random bits, in letters and digits that are not mistaken for one another. What is kept is what SHA-256 makes of it.</summary>
internal static class PaperCode
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;
    private const int Group = 4;

    public static (string Text, string Id) Create()
    {
        var text = RandomNumberGenerator.GetString(Alphabet, Length);
        return (string.Join('-', text.Chunk(Group).Select(group => new string(group))), Hash(text));
    }

    /// <summary>The id of a code as somebody typed it; null for what is none.</summary>
    public static string? IdOf(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
            return null;
        var text = new string([.. typed.ToLowerInvariant().Where(c => c is not ('-' or ' ')).Select(c => c switch { 'o' => '0', 'i' or 'l' => '1', _ => c })]);
        return text.Length == Length && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? Hash(text) : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
