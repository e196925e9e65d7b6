using System.Globalization;

namespace Journal.Reports.Causes;

/// <summary>What stands in a cell of a table, in invariant form.</summary>
internal static class Cell
{
    public static string? Of(double? value) => value is { } known ? Math.Round(known, 4).ToString(CultureInfo.InvariantCulture) : null;

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? moment) => moment is { } at ? Of(DateOnly.FromDateTime(at.DateTime)) : null;

    public static string? Of(Guid? id) => id?.ToString("D");

    public static string Of(bool value) => value ? "yes" : "no";

    /// <summary>The word of an enumeration, camelCase.</summary>
    public static string Of<T>(T word)
        where T : struct, Enum => word.ToString() is var text ? char.ToLowerInvariant(text[0]) + text[1..] : "";

    /// <summary>For a sentence: 0.4 as <c>40%</c>.</summary>
    public static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>For a sentence: <c>1 week</c>, <c>2 weeks</c>.</summary>
    public static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{Of(count)} {many ?? one + "s"}";
}
