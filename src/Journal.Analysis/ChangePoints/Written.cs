using System.Globalization;

namespace Journal.Analysis.ChangePoints;

/// <summary>Numbers in a sentence as a person writes them: with separators, without exponents, and exact enough to be told apart.</summary>
internal static class Written
{
    private const int Significant = 3;
    private const int MostDecimals = 15;

    // Beyond that, digits say nothing any more.
    private const double Countable = 1e15;

    /// <summary>Two numbers, written so that what lies between them shows.</summary>
    public static (string From, string To) Pair(double from, double to)
    {
        var decimals = Decimals(from == to ? Math.Max(Math.Abs(from), Math.Abs(to)) : Math.Abs(to - from));
        return (Number(from, decimals), Number(to, decimals));
    }

    /// <summary>A number to some decimals.</summary>
    public static string Number(double value, int decimals) => Math.Abs(value) < Countable
        ? (Math.Round(value, decimals) + 0.0).ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture)
        : value.ToString("E2", CultureInfo.InvariantCulture).Split('E') is [var mantissa, var power] ? $"{mantissa} × 10^{int.Parse(power, CultureInfo.InvariantCulture)}" : "";

    // So many that three digits of a size are seen.
    private static int Decimals(double size) => size is 0 || !double.IsFinite(size) ? 0 : Math.Clamp(Significant - 1 - (int)Math.Floor(Math.Log10(size)), 0, MostDecimals);
}
