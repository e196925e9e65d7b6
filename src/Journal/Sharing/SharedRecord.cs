using Journal.Aims;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Sharing;

/// <summary>A person's record as somebody else may see it: what is not shared is not in it, so that whatever is worked out from it tells nothing of the rest.</summary>
/// <remarks>
/// A subject is shared whole or not at all, and so is each part of one, by the day it is of as far as corrections say now; what was retracted is not there.
/// A subject that began before the window comes along where parts of it lie in the window, for they could not be read without it.
/// </remarks>
public static class SharedRecord
{
    /// <param name="events">All of the person's events, in the order of the log.</param>
    /// <param name="scope">How much of them.</param>
    /// <returns>Those that are shared, numbered anew: holes would tell how much lies between them.</returns>
    public static IReadOnlyList<RecordedEvent> Of(IReadOnlyList<RecordedEvent> events, SharedScope scope)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(scope);
        var (places, known) = (Places(events, scope), Ids(events.Select(e => FactFold.Place(e.Data))));
        known.ExceptWith(Ids(places.Select(place => (FactPlace?)place)));
        var redaction = new Redaction(known, scope.Words);
        var (shared, versions) = (new List<RecordedEvent>(), new Dictionary<Guid, long>());
        foreach (var e in events.Where(e => FactFold.Place(e.Data) is { } place && places.Contains(place)))
        {
            var version = versions[e.Stream] = versions.GetValueOrDefault(e.Stream) + 1;
            shared.Add(e with { Position = shared.Count + 1, Version = version, Data = redaction.Of(e.Data), CorrelationId = null, CausationId = null, Headers = Origin(e.Headers) });
        }

        return shared;
    }

    private static HashSet<FactPlace> Places(IReadOnlyList<RecordedEvent> events, SharedScope scope)
    {
        var (facts, aims) = (new FactsSoFar().Take(events).ByKey(), new Dictionary<Guid, HashSet<Guid>>());
        foreach (var e in events.Where(e => e.Data is IServesAim { AimId: not null }))
            (aims.TryGetValue(e.Stream, out var served) ? served : aims[e.Stream] = []).Add(((IServesAim)e.Data).AimId!.Value);
        var places = new HashSet<FactPlace>();
        foreach (var subject in events.Select(e => FactFold.Place(e.Data)).OfType<FactPlace>().Distinct().GroupBy(place => place.Subject))
        {
            if (!facts.TryGetValue(subject.Key, out var whole) || !scope.Covers(whole) || !Serves(aims.GetValueOrDefault(subject.Key), scope))
                continue;
            var parts = subject.Where(place => place.Part is not null && facts.TryGetValue(place.Key(), out var part) && scope.Covers(part.Day)).ToList();
            if (parts.Count == 0 && !scope.Covers(whole.Day))
                continue;
            places.UnionWith(parts);
            places.Add(new(subject.Key, null));
            // What is served is named beside it.
            places.UnionWith((aims.GetValueOrDefault(subject.Key) ?? []).Where(aim => facts.GetValueOrDefault(aim) is AimFact).Select(aim => new FactPlace(aim, null)));
        }

        return places;
    }

    private static bool Serves(HashSet<Guid>? served, SharedScope scope) => scope.Aims.Count == 0 || (served is { Count: > 0 } && served.All(scope.Aims.Contains));

    private static HashSet<Guid> Ids(IEnumerable<FactPlace?> places) =>
        [.. places.OfType<FactPlace>().SelectMany(place => place.Part is { } part ? new[] { place.Subject, part } : [place.Subject])];

    // Through what it came, and where the person was; a name of an imported file is not in it.
    private static EventHeaders Origin(EventHeaders headers)
    {
        var kept = EventHeaders.Empty;
        foreach (var name in new[] { StoredHeaders.Source, StoredHeaders.Zone })
            kept = headers.Text(name) is { } text ? kept.With(name, text) : kept;
        return kept;
    }
}
