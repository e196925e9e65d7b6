using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>A practice with the weeks a report looks at.</summary>
internal sealed record PracticeWeeks(PracticeFact Practice, IReadOnlyList<PracticeWeek> Weeks)
{
    /// <summary>Every practice that the request covers, in the order it was adopted.</summary>
    public static IEnumerable<PracticeWeeks> Of(JournalFacts facts, ReportRequest request)
    {
        var outcomes = facts.Of<OutcomeFact>().ToLookup(outcome => outcome.PracticeId);
        var judged = facts.Lasting<KeptWeeks>();
        var first = request.From is { } from ? IsoWeek.Of(from) : default;
        return facts.Of<PracticeFact>()
            .Where(practice => request.Aim is null || practice.AimId == request.Aim)
            .Select(practice => new PracticeWeeks(
                practice,
                [.. WeeklyAdherence.Of(practice, outcomes[practice.Id], request.Last, request.Rules, judged).Where(week => week.Week >= first)]));
    }
}
