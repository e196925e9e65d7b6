using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>A practice with the weeks a report looks at.</summary>
/// <param name="Judged">They, oldest first, with what they were judged by.</param>
/// <param name="Silence">What the days without a record of it mean.</param>
internal sealed record PracticeWeeks(PracticeFact Practice, IReadOnlyList<JudgedWeek> Judged, SilentDays Silence)
{
    /// <summary>The weeks, oldest first.</summary>
    public IReadOnlyList<PracticeWeek> Weeks { get; } = [.. Judged.Select(week => week.Week)];

    /// <summary>The events from which it follows that days without a record could have had one; some come more than once.</summary>
    public IEnumerable<Guid> Use => Judged.Where(week => week.Silent).SelectMany(week => Silence.Witnesses(week.First, week.Last));

    /// <summary>Every practice that the view covers, in the order it was adopted.</summary>
    public static IEnumerable<PracticeWeeks> Of(JournalFacts facts, ReportRequest request, IRules rules, JournalUse? use = null)
    {
        var outcomes = facts.Of<OutcomeFact>().ToLookup(outcome => outcome.PracticeId);
        var first = request.From is { } from ? IsoWeek.Of(from) : default;
        var observed = rules[WeeklyAdherence.ObservedDays];
        use ??= JournalUse.Of(facts, request.Last);
        return facts.Of<PracticeFact>()
            .Where(practice => request.Aim is null || practice.AimId == request.Aim)
            .Select(practice => Judge(practice, use.Of(practice)));

        PracticeWeeks Judge(PracticeFact practice, SilentDays silence)
        {
            var judged = ReportCache.Next<JudgedWeeks>(
                facts, practice.Id, before => WeeklyAdherence.Judge(practice, [.. outcomes[practice.Id]], request.Last, observed, silence, before));
            return new(practice, [.. judged.Weeks.Where(week => week.Week.Week >= first)], silence);
        }
    }
}

/// <summary>The weeks that a report looks at.</summary>
internal static class WeeksOfAView
{
    extension(ReportView view)
    {
        /// <summary>The ISO weeks of the window.</summary>
        public IEnumerable<IsoWeek> Weeks => IsoWeek.Range(IsoWeek.Of(view.First), IsoWeek.Of(view.Last));

        /// <summary>Every practice that the request covers, with its weeks.</summary>
        public IReadOnlyList<PracticeWeeks> Practices => view.Part<IReadOnlyList<PracticeWeeks>>(seen => [.. PracticeWeeks.Of(seen.Facts, seen.Request, seen, seen.Use)]);
    }
}
