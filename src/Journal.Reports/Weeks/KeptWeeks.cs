using System.Collections.Concurrent;
using Journal.Practices;
using Journal.Reports.Rules;

namespace Journal.Reports.Weeks;

/// <summary>
/// The weeks that were judged last, by practice, each with what it was judged by: of the same it need not be judged again. A history grows at its end, so
/// that nearly all weeks are those of a moment ago. Safe for many readers.
/// </summary>
internal sealed class KeptWeeks
{
    private static readonly Dictionary<IsoWeek, JudgedWeek> None = [];
    private readonly ConcurrentDictionary<Guid, Judged> practices = [];

    /// <summary>What was judged of a practice as it is, by these rules.</summary>
    public IReadOnlyDictionary<IsoWeek, JudgedWeek> Of(PracticeFact practice, RuleSet rules) =>
        practices.TryGetValue(practice.Id, out var judged) && ReferenceEquals(judged.Practice, practice) && ReferenceEquals(judged.Rules, rules) ? judged.Weeks : None;

    public void Keep(PracticeFact practice, RuleSet rules, Dictionary<IsoWeek, JudgedWeek> weeks) => practices[practice.Id] = new(practice, rules, weeks);

    private sealed record Judged(PracticeFact Practice, RuleSet Rules, Dictionary<IsoWeek, JudgedWeek> Weeks);
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
