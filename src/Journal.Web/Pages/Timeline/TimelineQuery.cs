using System.Text.RegularExpressions;
using Journal.Entries;
using Journal.Facts;
using Journal.Interventions;
using Journal.Reports;
using Journal.Web.Subjects;

namespace Journal.Web.Pages.Timeline;

/// <summary>What of a person's record the timeline shows, as its address asks.</summary>
public sealed partial record TimelineQuery(string? Words, string? Kind, string? Layer, string? Aim, string? Tag, string? From, string? To, string? Before)
{
    /// <summary>How many stand on a page.</summary>
    public const int Limit = 50;

    public bool IsPlain => this with { Before = null } == new TimelineQuery(null, null, null, null, null, null, null, null);

    internal static TimelineQuery Of(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new(Text("q"), Text("kind"), Text("layer"), Text("aim"), Text("tag")?.TrimStart('#'), Text("from"), Text("to"), Text("before"));
    }

    /// <summary>The same, as an address.</summary>
    public string Address(string? before) => "/timeline" + QueryString.Create(
        new (string Name, string? Value)[] { ("q", Words), ("kind", Kind), ("layer", Layer), ("aim", Aim), ("tag", Tag), ("from", From), ("to", To), ("before", before) }
            .Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)));

    /// <summary>A page of what stands, newest first by when it was lived, and where the next one begins.</summary>
    /// <param name="facts">The person's record.</param>
    /// <param name="found">The events that hold the words asked for; null where none are.</param>
    internal (IReadOnlyList<Fact> Page, string? Next) Select(JournalFacts facts, IReadOnlySet<Guid>? found)
    {
        var hasCursor = FactCursor.TryRead(Before, out var cursor) && cursor is not null;
        var (from, to, aim) = (PageContext.Day(From), PageContext.Day(To), Guid.TryParse(Aim, out var id) ? id : (Guid?)null);
        var page = facts.Of<Fact>().Reverse()
            .Where(fact => !hasCursor || (fact.OccurredAt.UtcTicks, fact.Id).CompareTo(cursor!.Value) < 0)
            .Where(fact => (Kind is null || fact.Kind == Kind) && !(fact.Day < from) && !(fact.Day > to) && (aim is null || AimOf(fact) == aim) && (Layer is null || LayersOf(fact).Contains(Layer)) && (Tag is null || TagsOf(fact).Contains(Tag, StringComparer.OrdinalIgnoreCase)) && (found is null || fact.Events.Any(found.Contains)))
            .Take(Limit + 1).ToList();
        return ([.. page.Take(Limit)], page.Count > Limit ? FactCursor.Of(page[Limit - 1]) : null);
    }

    /// <summary>The tags of an entry: those it was given, and its words behind <c>#</c>.</summary>
    public static IEnumerable<string> TagsOf(Fact fact) => fact is EntryFact entry
        ? (entry.Tags ?? []).Concat(Tags().Matches(entry.Text).Select(match => match.Groups[1].Value)).Distinct(StringComparer.OrdinalIgnoreCase)
        : [];

    private static IEnumerable<string> LayersOf(Fact fact) => fact switch
    {
        EntryFact { Layer: { } layer } => [Text.Word(layer)],
        InterventionFact intervention => intervention.Layers.Select(layer => Text.Word(layer)),
        Journal.Beliefs.BeliefFact or Journal.Beliefs.EvidenceFact => ["belief"],
        Journal.Decisions.DecisionFact or Journal.Interpretations.InterpretationFact or Journal.Interpretations.SetbackFact => ["thinking"],
        Journal.Practices.PracticeFact or Journal.Practices.OutcomeFact or Journal.Commitments.CommitmentFact => ["execution"],
        _ => [],
    };

    private static Guid? AimOf(Fact fact) => fact is Journal.Aims.AimFact ? fact.Id : fact.GetType().GetProperty("AimId")?.GetValue(fact) as Guid?;

    [GeneratedRegex(@"(?<![\p{L}\p{N}&#/])#([\p{L}\p{N}_-]{1,60})")]
    private static partial Regex Tags();
}
