using Journal.Beliefs;
using Journal.Entries;
using Journal.Facts;
using Journal.States;
using Journal.Web.Pages.Today;

namespace Journal.Web.Pages.Cycles;

/// <summary>What else went on in a cycle's weeks: it stands beside the figures, and they do not rest on it.</summary>
/// <param name="Kind">Such as <c>thinking</c> or <c>belief</c>.</param>
/// <param name="Lead">What is said of the text; null where it stands for itself.</param>
/// <param name="Original">What an amended entry said first.</param>
public sealed record Surrounding(DateOnly Day, string Kind, string? Lead, string Text, string? Original = null)
{
    public static IReadOnlyList<Surrounding> Of(JournalFacts facts, DateOnly from, DateOnly to)
    {
        var beliefs = facts.Of<BeliefFact>().ToDictionary(belief => belief.Id);
        return [.. facts.Of<Fact>().Where(fact => fact.Day >= from && fact.Day <= to).Select(fact => Of(fact, beliefs)).OfType<Surrounding>()];
    }

    private static Surrounding? Of(Fact fact, Dictionary<Guid, BeliefFact> beliefs) => fact switch
    {
        EntryFact entry => new(entry.Day, entry.Layer?.ToString().ToLowerInvariant() ?? "entry", null, entry.Text, entry.Original),
        BeliefFact belief => new(belief.Day, "belief", "Held to be true: ", belief.Text),
        EvidenceFact evidence when beliefs.TryGetValue(evidence.BeliefId, out var belief) =>
            new(evidence.Day, "evidence", evidence.Direction == EvidenceDirection.Supports ? "For " : "Against ", belief.Text),
        StateFact state => new(state.Day, "state", null, StateForm.Words(state)),
        _ => null,
    };
}
