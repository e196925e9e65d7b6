using Journal.Practices;

namespace Journal.Reports.Weeks;

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
/// <param name="Outcomes">Those of its days, in their order.</param>
internal sealed record JudgedWeek(DateOnly First, DateOnly Last, IReadOnlyList<OutcomeFact> Outcomes, PracticeWeek Week)
{
    public bool IsOf(DateOnly first, DateOnly last, List<OutcomeFact> outcomes)
    {
        if (First != first || Last != last || Outcomes.Count != outcomes.Count)
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
