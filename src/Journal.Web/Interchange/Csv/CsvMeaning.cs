using System.Globalization;
using Journal.Recording;

namespace Journal.Web.Interchange.Csv;

/// <summary>What a column of somebody's own table means.</summary>
/// <param name="Kind">Which of the meanings there are.</param>
/// <param name="Lowest">Of a rating, what its scale begins with.</param>
/// <param name="Highest">Of a rating, what its scale ends with.</param>
internal sealed record CsvMeaning(CsvKind Kind, double Lowest = 0, double Highest = 0)
{
    private const string Scale = "..";

    /// <summary>As it is written: <c>date</c>, or <c>rating:1..10</c>.</summary>
    public override string ToString() =>
        Kind == CsvKind.Rating ? string.Create(CultureInfo.InvariantCulture, $"rating:{Lowest:R}{Scale}{Highest:R}") : Kind.ToString().ToLowerInvariant();

    /// <exception cref="ImportFailedException"><c>map.invalid</c>.</exception>
    public static CsvMeaning Read(string column, string text)
    {
        if (text.Split(':', 2) is ["rating", var scale] && scale.Split(Scale) is [var low, var high]
            && double.TryParse(low, NumberStyles.Float, CultureInfo.InvariantCulture, out var lowest) && double.TryParse(high, NumberStyles.Float, CultureInfo.InvariantCulture, out var highest) && lowest < highest)
        {
            return new(CsvKind.Rating, lowest, highest);
        }

        return Enum.TryParse<CsvKind>(text, ignoreCase: true, out var kind) && kind != CsvKind.Rating && !char.IsDigit(text[0]) ? new(kind)
            : throw new ImportFailedException("map.invalid", $"{column} means one of {string.Join(", ", EnumWords.Of(typeof(CsvKind)).Where(word => word != "rating"))} or rating:LOWEST..HIGHEST.");
    }
}

/// <summary>The meanings that a column can have.</summary>
internal enum CsvKind
{
    Ignore,
    Date,
    Time,

    /// <summary>Tells a row apart in every later table.</summary>
    Id,

    /// <summary>Names the practice that the row is a day of.</summary>
    Practice,

    /// <summary>Says whether it was done.</summary>
    Done,

    /// <summary>Says how much of it.</summary>
    Amount,

    /// <summary>A note on the day of a practice.</summary>
    Note,

    /// <summary>Is a practice itself: the cells are its days.</summary>
    Habit,
    Title,
    Text,
    Tags,

    /// <summary>A rating on a scale of its own.</summary>
    Rating,
    Energy,
    Motivation,
    Confidence,
    Doubt,
    Frustration,
    Enforcement,
}
