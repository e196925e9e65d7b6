using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>A practice with the weeks a report looks at.</summary>
internal sealed record PracticeWeeks(PracticeFact Practice, IReadOnlyList<PracticeWeek> Weeks)
{
    /// <summary>Every practice that the view covers, in the order it was adopted.</summary>
    public static IEnumerable<PracticeWeeks> Of(JournalFacts facts, ReportRequest request, IRules rules, JournalUse? use = null)
    {
        var outcomes = facts.Of<OutcomeFact>().ToLookup(outcome => outcome.PracticeId);
        var first = request.From is { } from ? IsoWeek.Of(from) : default;
        var observed = rules[WeeklyAdherence.ObservedDays];
        use ??= JournalUse.Of(facts, request.Last);
        return facts.Of<PracticeFact>()
            .Where(practice => request.Aim is null || practice.AimId == request.Aim)
            .Select(practice => new PracticeWeeks(practice, [.. Judged(facts, practice, outcomes[practice.Id], request.Last, observed, use.Of(practice, request.Last)).Where(week => week.Week >= first)]));
    }

    private static IEnumerable<PracticeWeek> Judged(JournalFacts facts, PracticeFact practice, IEnumerable<OutcomeFact> outcomes, DateOnly to, int observed, SilentDays silence) => ReportCache
        .Next<JudgedWeeks>(facts, practice.Id, before => new(practice, observed, WeeklyAdherence.Judge(practice, outcomes, to, observed, silence, JudgedWeeks.Of(before, practice, observed))))
        .Weeks.Values.Select(week => week.Week);
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

/// <summary>The weeks of a practice that were judged last, with what they were judged by: those of the same need not be judged again.</summary>
internal sealed record JudgedWeeks(PracticeFact Practice, int Observed, IReadOnlyDictionary<IsoWeek, JudgedWeek> Weeks)
{
    private static readonly Dictionary<IsoWeek, JudgedWeek> None = [];

    /// <summary>Those that may be taken over.</summary>
    public static IReadOnlyDictionary<IsoWeek, JudgedWeek> Of(JudgedWeeks? before, PracticeFact practice, int observed) =>
        ReferenceEquals(before?.Practice, practice) && before.Observed == observed ? before.Weeks : None;
}

/// <summary>A week and what it was judged by, besides the practice and the rules.</summary>
/// <param name="First">The first day that counted.</param>
/// <param name="Last">The last day that counted.</param>
/// <param name="Silent">Which of its days a record could have been made for, and which were missed without one.</param>
/// <param name="Outcomes">Those of its days, and of days before them that a limit reaches back to, in their order.</param>
internal sealed record JudgedWeek(DateOnly First, DateOnly Last, int Silent, IReadOnlyList<OutcomeFact> Outcomes, PracticeWeek Week)
{
    public bool IsOf(DateOnly first, DateOnly last, int silent, List<OutcomeFact> outcomes)
    {
        if (First != first || Last != last || Silent != silent || Outcomes.Count != outcomes.Count)
        {
            return false;
        }

        for (var i = 0; i < outcomes.Count; i++)
        {
            if (!ReferenceEquals(Outcomes[i], outcomes[i]))
            {
                return false;
            }
        }

        return true;
    }
}
