using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Journal.Web.Pages.Markup;

/// <summary>Puts together what the compiler makes of an interpolated string. What it has no overload for (a nullable number, an object) does not compile.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlBuilder(int literalLength, int formattedCount)
{
    private const int UsualHole = 24;
    private readonly StringBuilder markup = new(literalLength + (formattedCount * UsualHole));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html html) => Hole().Append(html.ToString());

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            AppendFormatted(part);
    }

    public void AppendFormatted(string? text) => Hole().Append(HtmlText.Encode(text));

    /// <summary>Numbers, dates and ids, in the invariant culture.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => markup.ToString();

    // Without quotes around it, a space in the text would begin another attribute.
    private StringBuilder Hole() => markup is { Length: > 0 } && markup[^1] == '='
        ? throw new InvalidOperationException("An attribute's value stands in quotes.")
        : markup;
}
