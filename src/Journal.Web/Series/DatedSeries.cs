using System.Globalization;
using System.Text.Json;
using Journal.Recording;

namespace Journal.Web.Series;

/// <summary>Numbers in order of time, to be looked through for changes and cycles.</summary>
/// <param name="Days">The day of each; null where they are consecutive.</param>
/// <param name="Values">NaN where one is missing.</param>
public sealed record DatedSeries(DateOnly[]? Days, double[] Values)
{
    private const int Most = 2_000_000;

    private static readonly Refusal Shape = Refusal.Invalid(
        "series.invalid", "A series is an array of numbers, {\"values\": [...]}, or {\"days\": [\"2025-01-01\", ...], \"values\": [...]}; null is missing.");

    /// <summary>Reads a series from JSON.</summary>
    /// <returns>The series, or why there is none: <c>series.invalid</c>, <c>series.days</c>, <c>series.length</c>, <c>series.infinite</c>.</returns>
    public static (DatedSeries? Series, Refusal? Refusal) Of(JsonElement json)
    {
        var (values, days) = json.ValueKind switch
        {
            JsonValueKind.Array => (json, default),
            JsonValueKind.Object when json.TryGetProperty("values", out var given) => (given, json.TryGetProperty("days", out var dates) ? dates : default),
            _ => default((JsonElement, JsonElement)),
        };
        if (values.ValueKind != JsonValueKind.Array || days.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Array))
        {
            return (null, Shape);
        }

        var numbers = values.EnumerateArray().Select(Number).ToArray();
        var dated = days.ValueKind == JsonValueKind.Array ? days.EnumerateArray().Select(Day).ToArray() : null;
        return numbers.Contains(null) || dated?.Contains(null) == true
            ? (null, Shape)
            : Checked(dated is null ? null : Array.ConvertAll(dated, day => day!.Value), Array.ConvertAll(numbers, number => number!.Value));
    }

    /// <summary>The series when its days and values hold together, or why not.</summary>
    internal static (DatedSeries? Series, Refusal? Refusal) Checked(DateOnly[]? days, double[] values) => values switch
    {
        { Length: > Most } => (null, Refusal.Invalid("series.length", $"A series has at most {Most} values.")),
        _ when days is not null && days.Length != values.Length => (null, Refusal.Invalid("series.length", "There are as many days as values.")),
        _ when Array.Exists(values, double.IsInfinity) => (null, Refusal.Invalid("series.infinite", "A value is infinite or too large for a number.")),
        _ when days is not null && !Ascending(days) => (null, Refusal.Invalid("series.days", "The days ascend, and none comes twice.")),
        _ => (new DatedSeries(days, values), null),
    };

    private static bool Ascending(DateOnly[] days)
    {
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] <= days[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.Number => value.TryGetDouble(out var number) ? number : double.PositiveInfinity,
        _ => null,
    };

    private static DateOnly? Day(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
