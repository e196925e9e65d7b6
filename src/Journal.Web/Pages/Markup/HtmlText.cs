using System.Text.Encodings.Web;
using System.Text.Unicode;
using Journal.Reports;

namespace Journal.Web.Pages.Markup;

/// <summary>Text as it may stand in an element or between the quotes of an attribute, in HTML and in XML.</summary>
internal static class HtmlText
{
    // Every script is written as it is; what has a meaning in markup never is.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => text is null ? "" : Encoder.Encode(text.Any(IsControl) ? Replaced(text) : text);

    // No entity makes these good XML.
    private static bool IsControl(char letter) => letter is not ('\t' or '\n' or '\r') && (Printable.IsControl(letter) || letter is '\uFFFE' or '\uFFFF');

    private static string Replaced(string text) => string.Create(text.Length, text, static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = IsControl(from[i]) ? '\uFFFD' : from[i];
    });
}
