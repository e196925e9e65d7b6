using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.ReadModels;

namespace Journal.Web.Operations;

/// <summary>What a replay makes of a person's events, at the head and at the position that was verified before.</summary>
internal sealed class ReplayedState
{
    private readonly Guid person;
    private readonly Lazy<VerifiedState> now;

    public ReplayedState(Guid person, IReadOnlyList<RecordedEvent> events)
    {
        (this.person, Events) = (person, events);
        FactsHash = StateHash.Of(Fold(events).ByKey());
        now = new(() => Verify(events));
    }

    public IReadOnlyList<RecordedEvent> Events { get; }

    public long Position => Events is [.., var last] ? last.Position : 0;

    public string FactsHash { get; }

    /// <summary>The alignment history that a replay makes.</summary>
    public PersonHistory History => PersonHistory.Of(person, Fold(Events).Now());

    /// <summary>The hashes at the head.</summary>
    public VerifiedState Now => now.Value;

    /// <summary>Where this code makes something else of the same events than was made of them before.</summary>
    public IEnumerable<Difference> ChangesSince(VerifiedState before)
    {
        var same = before.Position == Position ? Now : Verify([.. Events.TakeWhile(e => e.Position <= before.Position)]);
        var when = before.CodeVersion == same.CodeVersion
            ? $"when it was verified at position {before.Position}, by the same code: the events themselves are others"
            : $"at position {before.Position}, where code {before.CodeVersion} made it";
        if (same.Facts != before.Facts)
            yield return new("facts.changed", "facts", $"Not what they were {when}.");
        foreach (var (report, hash) in before.Reports.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (same.Reports.GetValueOrDefault(report) != hash)
                yield return new("figures.changed", report, same.Reports.ContainsKey(report) ? $"Not what it was {when}." : $"No longer there; it was {when}.");
    }

    private static FactsSoFar Fold(IEnumerable<RecordedEvent> events) => new FactsSoFar().Take(events);

    // To the last day of which anything is recorded, so that the hash is the same whenever somebody looks.
    private VerifiedState Verify(IReadOnlyList<RecordedEvent> events)
    {
        var folded = Fold(events);
        if (events.Count == 0)
            return new(Author.TenantOf(person), 0, ReportOrigin.Code, StateHash.Of(folded.ByKey()), new Dictionary<string, string>());
        var request = new ReportRequest { To = events.Select(e => e.Data).OfType<IJournalEvent>().Select(e => DateOnly.FromDateTime(e.OccurredAt.DateTime)).DefaultIfEmpty().Max() };
        var view = new ReportView(person, request, folded.Now());
        return new(Author.TenantOf(person), events[^1].Position, ReportOrigin.Code, StateHash.Of(folded.ByKey()), AllReports.Kinds.ToDictionary(kind => kind.Name, kind => StateHash.Of(kind.Of(view)), StringComparer.Ordinal));
    }
}
