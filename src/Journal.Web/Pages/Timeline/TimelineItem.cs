using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.States;
using Journal.Web.Pages.Today;
using Journal.Web.Today;
using Journal.Web.Search;

namespace Journal.Web.Pages.Timeline;

/// <summary>One line of the timeline.</summary>
/// <param name="Fact">What it is of.</param>
/// <param name="Lead">What happened, in the program's words.</param>
/// <param name="Text">What the person wrote; markdown in an entry.</param>
/// <param name="Address">Where more of it stands.</param>
public sealed record TimelineItem(Fact Fact, string Lead, string Text, string Address)
{
    private static readonly string[] Paged = ["practice", "aim", "belief", "decision", "intervention"];

    internal static async Task<IReadOnlyList<TimelineItem>> OfAsync(IReadOnlyList<Fact> page, JournalFacts facts, PersonEvents events, string tenant, CancellationToken ct)
    {
        var first = (await events.FindAsync(tenant, [.. page.Select(fact => fact.Events[0])], ct)).ToDictionary(e => e.Id);
        var practices = facts.Of<PracticeFact>().ToDictionary(practice => practice.Id);
        return [.. page.Select(fact => Of(fact, first.GetValueOrDefault(fact.Events[0]), practices))];
    }

    private static TimelineItem Of(Fact fact, RecordedEvent? first, Dictionary<Guid, PracticeFact> practices)
    {
        var written = first is null ? "" : string.Join(" · ", EventTexts.Of(first.Data).Select(one => one.Text));
        return fact switch
        {
            EntryFact entry => new(fact, entry.Layer is { } layer ? Journal.Reports.Text.Word(layer) : "entry", entry.Text, $"/timeline/{fact.Id:D}"),
            OutcomeFact outcome when practices.TryGetValue(outcome.PracticeId, out var practice) => new(fact, $"{practice.Title}: {OutcomeWords.Of(outcome, practice)}", written, $"/timeline/{fact.Id:D}"),
            StateFact state => new(fact, "state", StateForm.Words(state), $"/timeline/{fact.Id:D}"),
            _ => new(fact, fact.Kind, fact.Heading ?? written, Paged.Contains(fact.Kind) ? $"/{FactKinds.Of(fact.GetType()).Plural}/{fact.Id:D}" : $"/timeline/{fact.Id:D}"),
        };
    }
}
