using System.Globalization;
using Journal.Facts;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

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

/// <summary>Finds when a named moment was, in a person's facts.</summary>
/// <param name="facts">The facts, as they are known now.</param>
/// <param name="today">The person's day: weeks up to it are looked at for cycles.</param>
/// <param name="rules">The rules that cycles are told by.</param>
public sealed class MomentFinder(JournalFacts facts, DateOnly today, RuleSet rules)
{
    /// <returns>The moment as a date or an instant in RFC 3339, or <c>moment.unknown</c>.</returns>
    public (string? Text, Refusal? Refusal) Find(NamedMoment moment) => moment switch
    {
        NamedMoment.BeforeAnIntervention before => Instant(Titles.Find(facts.Of<InterventionFact>(), before.Intervention, one => one.Title)?.OccurredAt.AddMicroseconds(-1)),
        NamedMoment.Labelled label => Instant(Titles.Find(facts.Of<MomentFact>(), label.Name, one => one.Title)?.OccurredAt),
        NamedMoment.PeakOfACycle peak => Peak(peak) is { } week ? (week.Sunday.ToString("O", CultureInfo.InvariantCulture), null) : Unknown,
        _ => Unknown,
    };

    private static (string? Text, Refusal? Refusal) Unknown { get; } =
        (null, Refusal.Unknown("moment.unknown", "There is no such moment: no intervention, cycle or label answers to that name, or more than one does."));

    private static (string? Text, Refusal? Refusal) Instant(DateTimeOffset? at) =>
        at is { } found ? (found.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture), null) : Unknown;

    private IsoWeek? Peak(NamedMoment.PeakOfACycle peak)
    {
        if (Titles.Find(facts.Of<PracticeFact>(), peak.Practice, one => one.Title) is not { } practice)
        {
            return null;
        }

        var weeks = PracticeWeeks.Of(facts, new ReportRequest { To = today, Rules = rules }, rules).Single(one => one.Practice.Id == practice.Id).Weeks;
        var found = CycleRules.Find([.. weeks.Select(week => (week.Week, week.Adherence))], rules);
        return peak.Number >= 1 && peak.Number <= found.Cycles.Count ? found.Cycles[peak.Number - 1].PeakWeek
            : peak.Number == found.Cycles.Count + 1 ? found.OpenProgress?.PeakWeek
            : null;
    }
}

/// <summary>Finds a fact by what a person calls it.</summary>
public static class Titles
{
    /// <summary>By id, by title, or by how one title alone begins; case does not matter. Of several with the very title, the latest.</summary>
    /// <param name="facts">Where to look, by valid time.</param>
    /// <param name="text">What it is called.</param>
    /// <param name="title">The title of a fact.</param>
    /// <returns>Null when nothing answers to it, or when several titles begin so.</returns>
    public static T? Find<T>(IReadOnlyList<T> facts, string text, Func<T, string> title)
        where T : Fact =>
        Guid.TryParse(text, out var id) && facts.FirstOrDefault(fact => fact.Id == id) is { } named ? named
        : facts.LastOrDefault(fact => string.Equals(title(fact), text, StringComparison.OrdinalIgnoreCase)) is { } exact ? exact
        : facts.Where(fact => title(fact).StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only
        : null;
}
