using System.Globalization;
using System.Text.RegularExpressions;
using Journal.Practices;
using Journal.Reports;

namespace Journal.Web.Pages;

/// <summary>Days, shares and lengths as the pages word them.</summary>
public static partial class Wording
{
    /// <summary>As in <c>22 Feb 2016</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.DateTime));

    /// <summary>As in <c>Saturday 28 November</c>.</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>As in <c>22 Feb 2016, 07:30</c>.</summary>
    public static string Moment(DateTimeOffset at) => at.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Hour(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Percent(double share) => Text.Percent(share);

    public static string Percent(double? share) => share is { } known ? Percent(known) : "not known";

    /// <summary>As in <c>1 week</c>, <c>4 weeks</c>.</summary>
    public static string Count(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    public static string Number(double value) => Text.Number(value);

    /// <summary>As in <c>done</c>.</summary>
    public static string Word(OutcomeState state) => state == OutcomeState.Finished ? "done" : Text.Word(state);

    /// <summary>A value with its unit, as a person says it: <c>83.3 %</c>, <c>1 week</c>, <c>4 on a scale from 1 to 7</c>.</summary>
    public static string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "not known",
        (_, "share" or "probability") => Text.Percent(value, 1),
        (_, "count" or "ratio" or "score") => Short(value.Value),
        (_, "rating") => $"{Short(value.Value)} on a scale from 1 to 7",
        (_, "0 to 1" or "1 to 7" or "-3 to 3") => $"{Short(value.Value)} on a scale from {unit}",
        (_, "minutes") => Lasting(value.Value),
        (_, "hours") => Lasting(value.Value * 60),
        (_, "days") => Lasting(value.Value * 24 * 60),
        (1.0, [.., 's']) => $"1 {unit[..^1]}",
        _ => $"{Short(value.Value)} {unit}",
    };

    // Of a large number nobody reads the hundredths.
    private static string Short(double value) => Text.Number(value, Math.Abs(value) switch
    {
        >= 100 => 0,
        >= 10 => 1,
        _ => 2,
    });

    // In minutes up to an hour and a half, in hours up to two days.
    private static string Lasting(double minutes) => Math.Abs(minutes) switch
    {
        0 => "0 hours",
        < 90 => Of(Math.Abs(minutes) < 1 ? minutes : Math.Round(minutes), "minute"),
        < 48 * 60 => Of(Math.Round(minutes / 60, 1), "hour"),
        _ => Of(Math.Round(minutes / (24 * 60), 1), "day"),
    };

    private static string Of(double value, string unit) => $"{Short(value)} {unit}{(value == 1 ? "" : "s")}";

    public static string Value(Figure figure) => Value(figure.Value, figure.Unit);

    /// <summary>What stands behind a figure: how many observations, between which bounds, over which days.</summary>
    public static string Rest(Figure figure) => string.Join(" · ", new[]
    {
        Count(figure.N, "observation"),
        figure.Interval is { } interval ? $"between {Value(interval.Low, figure.Unit)} and {Value(interval.High, figure.Unit)}, {Percent(interval.Certainty)} certain" : null,
        Days(figure.From, figure.To),
    }.OfType<string>());

    /// <summary>As in <c>3 Mar 2025 to 9 Mar 2025</c>.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to ? Day(from) : $"{Day(from)} to {Day(to)}";

    /// <summary>A sentence of a report on a page: days as they are said, and without what one would type at a terminal. What a person wrote, between quotes, stays.</summary>
    public static string Sentence(string sentence) => Spoken().Replace(sentence, match =>
        match.Groups["day"] is { Success: true } day && DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? Day(on)
        : match.Groups["typed"].Success ? "" : match.Value);

    /// <summary>The same below a line that says when the records end.</summary>
    public static string Said(string sentence) => Sentence(Lead().Replace(sentence, ""));

    /// <summary>What would have to be recorded, as a sentence.</summary>
    public static string Missing(string missing) =>
        Capital(missing.StartsWith("insufficient data: ", StringComparison.Ordinal) ? "too little is recorded: " + missing["insufficient data: ".Length..] : missing);

    /// <summary>What stands in a cell of a list.</summary>
    public static string Cell(string? cell) => cell switch
    {
        null => "–",
        [_, _, _, _, '-', ..] when DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
        [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] when DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, out var at) => Moment(at),
        _ when cell.Contains('.', StringComparison.Ordinal) && double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => Number(number),
        _ => Sentence(Words.InCell(cell)),
    };

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The stored name of an event, in words.</summary>
    public static string Event(string type) => type switch
    {
        "execution_finished" => "done",
        "execution_missed" => "missed",
        "execution_skipped" => "skipped",
        "journal_entry_written" => "entry written",
        "state_sampled" => "state noted",
        _ => type.Replace('_', ' '),
    };

    [GeneratedRegex(@"“[^”]*”|(?<day>\b\d{4}-\d{2}-\d{2}\b)|(?<typed> \(journal [^)]*\))", RegexOptions.ExplicitCapture)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^As of \d{1,2} \p{L}+ \d{4}, when the records end: ")]
    private static partial Regex Lead();
}
