using Journal.Beliefs;
using Journal.Entries;
using Journal.Facts;
using Journal.Reports.Cycles;
using Journal.States;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Cycles;

/// <summary>What else went on in a cycle's weeks: it stands beside the figures, and they do not rest on it.</summary>
internal static class Surroundings
{
    public static Html Interventions(CycleEvidence evidence) => evidence.Interventions.Count == 0
        ? Html.Of($"""<p class="none">None that the journal knows of.</p>""")
        : Html.Of($"""<ul class="notes">{evidence.Interventions.Select(Item)}</ul>""");

    public static Html Of(JournalFacts facts, DateOnly from, DateOnly to)
    {
        var beliefs = facts.Of<BeliefFact>().ToDictionary(belief => belief.Id);
        var items = facts.Of<Fact>().Where(fact => fact.Day >= from && fact.Day <= to).SelectMany(fact => Items(fact, beliefs)).ToList();
        return items.Count == 0
            ? Html.Of($"""<p class="none">No entry, belief, evidence or state.</p>""")
            : Html.Of($"""<ul class="notes">{items}</ul>""");
    }

    private static IEnumerable<Html> Items(Fact fact, Dictionary<Guid, BeliefFact> beliefs) => fact switch
    {
        EntryFact entry => [Item(entry.Day, entry.Layer?.ToString().ToLowerInvariant() ?? "entry", Text(entry))],
        BeliefFact belief => [Item(belief.Day, "belief", Html.Of($"Held to be true: <q>{belief.Text}</q>"))],
        EvidenceFact evidence when beliefs.TryGetValue(evidence.BeliefId, out var belief) =>
            [Item(evidence.Day, "evidence", Html.Of($"{Direction(evidence)} <q>{belief.Text}</q>"))],
        StateFact state => [Item(state.Day, "state", Html.Of($"{string.Join(", ", Ratings(state))}"))],
        _ => [],
    };

    private static Html Text(EntryFact entry) => entry.Original is { } original
        ? Html.Of($"""<span class="text">{entry.Text}</span> <span class="original">originally: <q>{original}</q></span>""")
        : Html.Of($"""<span class="text">{entry.Text}</span>""");

    private static string Direction(EvidenceFact evidence) => evidence.Direction == EvidenceDirection.Supports ? "For" : "Against";

    private static IEnumerable<string> Ratings(StateFact state) =>
        new (string Name, int? Value)[]
        {
            ("energy", state.Energy), ("motivation", state.Motivation), ("confidence", state.Confidence),
            ("doubt", state.Doubt), ("frustration", state.Frustration), ("enforcement", state.Enforcement),
        }.Where(rating => rating.Value is not null).Select(rating => $"{rating.Name} {rating.Value}");

    private static Html Item(ActiveIntervention intervention) =>
        Item(intervention.Since, string.Join(", ", intervention.Layers).ToLowerInvariant(), Html.Of($"<bdi>{intervention.Title}</bdi>"));

    private static Html Item(DateOnly day, string kind, Html content) => Html.Of($"""
        <li>{Wording.Time(day)} <span class="kind">{kind}</span> <div>{content}</div></li>

        """);
}
