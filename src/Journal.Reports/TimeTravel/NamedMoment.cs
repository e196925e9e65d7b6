using System.Globalization;

namespace Journal.Reports.TimeTravel;

/// <summary>A moment that is named by what the journal holds of it.</summary>
public abstract record NamedMoment
{
    private const string BeforeIntervention = "before:intervention:";
    private const string Peak = "peak:";
    private const string Label = "label:";

    private NamedMoment()
    {
    }

    /// <summary>The last instant before an intervention began.</summary>
    /// <param name="Intervention">Its id, its title or how its title begins.</param>
    public sealed record BeforeAnIntervention(string Intervention) : NamedMoment;

    /// <summary>The end of the peak week of a practice's cycle, by the weekly rules.</summary>
    /// <param name="Practice">Its id, its title or how its title begins.</param>
    /// <param name="Number">Which cycle, from 1; progress still open is the last.</param>
    public sealed record PeakOfACycle(string Practice, int Number) : NamedMoment;

    /// <summary>A moment the person labelled.</summary>
    /// <param name="Name">Its id, its title or how its title begins.</param>
    public sealed record Labelled(string Name) : NamedMoment;

    /// <summary>Reads <c>before:intervention:TITLE</c>, <c>peak:PRACTICE:NUMBER</c> or <c>label:NAME</c>; null for anything else, such as a date.</summary>
    public static NamedMoment? Parse(string? text) => text switch
    {
        null => null,
        _ when Rest(text, BeforeIntervention) is { } title => new BeforeAnIntervention(title),
        _ when Rest(text, Label) is { } name => new Labelled(name),
        _ when Rest(text, Peak) is { } rest && rest.LastIndexOf(':') is > 0 and var colon
            && int.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new PeakOfACycle(rest[..colon].Trim(), number),
        _ => null,
    };

    private static string? Rest(string text, string lead) =>
        text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text[lead.Length..].Trim() is { Length: > 0 } rest ? rest : null;
}
