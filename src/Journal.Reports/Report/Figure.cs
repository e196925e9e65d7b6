using System.Text.Json.Serialization;

namespace Journal.Reports;

/// <summary>One figure of a report. It can always be asked what it rests on.</summary>
/// <param name="Name">Stable, for programs, such as <c>latency.median</c>; with <paramref name="Subject"/> and <paramref name="From"/> it is unique in its report.</param>
/// <param name="Label">For a person: what it is, neutrally worded.</param>
/// <param name="Value">Rounded to four places; null when there is too little to say.</param>
/// <param name="Unit">Such as <c>days</c>, <c>share</c> (0 to 1), <c>count</c>, <c>hours</c>.</param>
/// <param name="N">How many observations it rests on.</param>
/// <param name="From">First day of its window.</param>
/// <param name="To">Last day of its window.</param>
/// <param name="Subject">The subject it is about; null when it is about the whole journal.</param>
/// <param name="Insufficient">What is missing; null where there is a value.</param>
/// <param name="Interval">Where the value lies with the stated certainty.</param>
/// <param name="Events">The events it came from.</param>
public sealed record Figure(
    string Name,
    string Label,
    double? Value,
    string Unit,
    int N,
    DateOnly From,
    DateOnly To,
    Guid? Subject,
    string? Insufficient,
    Interval? Interval,
    [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Events)
{
    private const int Places = 4;

    /// <summary>A measure over a window.</summary>
    internal static Figure Of(string name, string label, string unit, Measure measure, Guid? subject, DateOnly from, DateOnly to) => new(
        name,
        label,
        measure.Value is { } value ? Math.Round(value, Places) : null,
        unit,
        measure.N,
        from,
        to,
        subject,
        measure.Insufficient,
        measure.Interval is { } interval ? interval with { Low = Math.Round(interval.Low, Places), High = Math.Round(interval.High, Places) } : null,
        measure.Events);
}

/// <summary>One answer of a report in words. It states what the records show, never what a person is.</summary>
/// <param name="Name">Stable, for programs, such as <c>overAnalysis</c>; with <paramref name="Subject"/> it is unique in its report, except in lists of the same sort.</param>
/// <param name="State">Whether it was found, was looked for and not found, or cannot be told.</param>
/// <param name="Sentence">For a person, with its figures.</param>
/// <param name="N">How many observations it rests on.</param>
/// <param name="Subject">The subject it is about.</param>
/// <param name="Alternatives">What else would explain it; empty where nothing was found that competes.</param>
/// <param name="Events">The events it came from.</param>
/// <param name="LastRecord">The day of the last record it rests on; null where it rests on none.</param>
public sealed record Finding(
    string Name, FindingState State, string Sentence, int N, Guid? Subject, IReadOnlyList<string> Alternatives,
    [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Events, DateOnly? LastRecord = null);

public enum FindingState
{
    /// <summary>The records show it.</summary>
    Found,

    /// <summary>It was looked for with enough records, and they do not show it.</summary>
    NotFound,

    /// <summary>There are too few records to tell.</summary>
    Insufficient,
}

/// <summary>A figure over time, for a chart.</summary>
/// <param name="Name">Stable, for programs.</param>
/// <param name="Label">For a person.</param>
/// <param name="Unit">As in <see cref="Figure.Unit"/>.</param>
/// <param name="Points">By day, oldest first.</param>
public sealed record Series(string Name, string Label, string Unit, Guid? Subject, IReadOnlyList<Point> Points);

/// <param name="Day">The first day the value speaks of.</param>
/// <param name="Value">Null where it is not known.</param>
/// <param name="N">How many observations it rests on.</param>
public readonly record struct Point(DateOnly Day, double? Value, int N);

/// <summary>A list in a report: one row an item, with the events it came from.</summary>
/// <param name="Name">Stable, for programs.</param>
/// <param name="Columns">Names of the cells, camelCase.</param>
public sealed record Table(string Name, string Label, IReadOnlyList<string> Columns, IReadOnlyList<Row> Rows)
{
    /// <summary>The columns in words, in their order.</summary>
    public IReadOnlyList<string> Labels => [.. Columns.Select(Words.Of)];

    /// <summary>Keys that stand in cells, each with its words.</summary>
    public IReadOnlyDictionary<string, string> Keys => Words.Among(Rows);
}

/// <param name="Cells">As many as the table has columns; numbers and dates in invariant form, null where not known.</param>
[JsonConverter(typeof(RowJson))]
public sealed record Row(IReadOnlyList<string?> Cells, Guid? Subject, IReadOnlyList<Guid> Events);
