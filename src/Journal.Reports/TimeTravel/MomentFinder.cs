using System.Globalization;
using Journal.Facts;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Reports.TimeTravel;

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
