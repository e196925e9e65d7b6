using System.Buffers;
using System.Text;

namespace Journal.Recording;

/// <summary>The checks that several subjects share. Each answers null when the value may be recorded.</summary>
internal static class Check
{
    private const int TitleLength = 200;
    private const int TextLength = 20_000;
    private const int MostIds = 100;
    private const int MostTitles = 50;
    private const int YearsAhead = 10;
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A fact given by its date alone stands at local noon, which may lie some hours ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public static Refusal? When(DateTimeOffset? occurredAt, DateTimeOffset now, string field = "occurredAt") =>
        By(occurredAt, now + Ahead, field, "in the future");

    /// <summary>A time that something is meant for may still come.</summary>
    public static Refusal? Plan(DateTimeOffset? planned, DateTimeOffset now, string field) =>
        By(planned, now.AddYears(YearsAhead), field, $"more than {YearsAhead} years ahead");

    public static Refusal? Title(string? value, string field = "title") => Required(value, field, TitleLength);

    public static Refusal? Text(string? value, string field = "text") => Required(value, field, TextLength);

    public static Refusal? Text(string? value, int most) => Required(value, "text", most);

    public static Refusal? OptionalTitle(string? value, string field = "title") => value is null ? null : Required(value, field, TitleLength);

    public static Refusal? OptionalText(string? value, string field) => value is null ? null : Required(value, field, TextLength);

    public static Refusal? Titles(IReadOnlyList<string>? values, string field) =>
        TooMany(values, field, MostTitles) ?? values?.Select(value => Title(value, field)).FirstOrDefault(refusal => refusal is not null);

    public static Refusal? Ids(IReadOnlyList<Guid>? ids, string field) =>
        TooMany(ids, field, MostIds) ?? (ids?.Contains(Guid.Empty) is true ? Refusal.Invalid($"{field}.missing", $"{field} holds an empty id.") : null);

    public static Refusal? Share(double? value, string field) =>
        value is { } v && v is not (>= 0 and <= 1) ? Refusal.Invalid($"{field}.range", $"{field} lies between 0 and 1.") : null;

    public static Refusal? Rating(int? value, string field, int lowest = 1, int highest = 7) =>
        value is { } v && (v < lowest || v > highest) ? Refusal.Invalid($"{field}.range", $"{field} is a whole number from {lowest} to {highest}.") : null;

    public static Refusal? Count(int? value, string field) => Rating(value, field, 0, 1_000_000);

    public static Refusal? Quantity(double? value, string field) =>
        value is { } v && v is not (>= 0 and <= 1e12) ? Refusal.Invalid($"{field}.range", $"{field} is a number from 0 to 1e12.") : null;

    public static Refusal? Known<T>(T? value, string field)
        where T : struct, Enum =>
        value is { } v && !Enum.IsDefined(v) ? Refusal.Invalid($"{field}.unknown", $"{field} is one of {string.Join(", ", EnumWords.Of(typeof(T)))}.") : null;

    private static Refusal? By(DateTimeOffset? time, DateTimeOffset latest, string field, string beyond) => time switch
    {
        { } at when at < Earliest => Refusal.Invalid("time.range", $"{field} lies before the year 1900."),
        { } at when at > latest => Refusal.Invalid("time.future", $"{field} lies {beyond}."),
        _ => null,
    };

    private static Refusal? TooMany<T>(IReadOnlyList<T>? values, string field, int most) =>
        values?.Count > most ? Refusal.Invalid($"{field}.length", $"{field} holds more than {most}.") : null;

    private static Refusal? Required(string? value, string field, int length) => value switch
    {
        null => Refusal.Invalid($"{field}.missing", $"{field} is missing."),
        _ when string.IsNullOrWhiteSpace(value) => Refusal.Invalid($"{field}.missing", $"{field} is empty."),
        _ when value.Length > length => Refusal.Invalid($"{field}.length", $"{field} is longer than {length} characters."),
        _ when !Storable(value) => Refusal.Invalid($"{field}.encoding", $"{field} holds a NUL or half of a surrogate pair, which cannot be stored."),
        _ => null,
    };

    private static bool Storable(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out var rune, out var used) != OperationStatus.Done || rune.Value == 0)
            {
                return false;
            }

            value = value[used..];
        }

        return true;
    }
}
