using System.Globalization;
using System.Text.RegularExpressions;

namespace Journal.Web.Interchange.Sources;

/// <summary>Numbers as spreadsheets write them.</summary>
internal static partial class WrittenNumbers
{
    /// <summary>The number of a cell; null where it is none. With commas between the cells a comma within a number stands between thousands; else it may be a decimal one.</summary>
    public static double? Of(string cell, char separator)
    {
        var text = cell.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        if (Thousands().IsMatch(text) && (separator == ',' || text.Contains('.', StringComparison.Ordinal) || text.IndexOf(',', StringComparison.Ordinal) != text.LastIndexOf(',')))
            text = text.Replace(",", "", StringComparison.Ordinal);
        else if (text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal))
            text = text.Replace(',', '.');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    [GeneratedRegex("^[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$")]
    private static partial Regex Thousands();
}
