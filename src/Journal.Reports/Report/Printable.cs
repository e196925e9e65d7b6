using System.Globalization;
using System.Text;

namespace Journal.Reports;

/// <summary>
/// What somebody wrote as a terminal, a picture or a log may show it: no control character reaches it, for those move the cursor, clear the screen or forge a line.
/// They are written as people write them down (^[ for escape). The text itself is never changed.
/// </summary>
public static class Printable
{
    /// <summary>On one line: line breaks and tabs become spaces.</summary>
    public static string Line(string text) => Written(text, isLine: true);

    /// <summary>As it is laid out: line breaks and tabs stay.</summary>
    public static string Lines(string text) => Written(text, isLine: false);

    /// <summary>Whether a letter does something to what shows it instead of being shown: control characters, line separators of other systems, and marks that turn the order of what follows.</summary>
    public static bool IsControl(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Written(string text, bool isLine)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsControl))
            return text;
        var shown = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\t':
                    shown.Append(isLine ? ' ' : text[i]);
                    break;
                case < ' ' and var control:
                    shown.Append('^').Append((char)(control + '@'));
                    break;
                case '\u007F':
                    shown.Append("^?");
                    break;
                case var other when IsControl(other):
                    shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)other:X4}");
                    break;
                case var letter:
                    shown.Append(letter);
                    break;
            }
        }

        return shown.ToString();
    }
}
