using System.Text.Json;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Tests.Facts;

/// <summary>Folds events as the projection does, each with the id of its place: 1, 2, 3 ...</summary>
internal static class Folding
{
    public static JournalFacts Fold(params IReadOnlyList<IJournalEvent> events)
    {
        var facts = new Dictionary<Guid, Fact>();
        for (var i = 0; i < events.Count; i++)
        {
            var key = FactFold.Place(events[i])!.Value.Key();
            if (FactFold.Apply(facts.GetValueOrDefault(key), events[i], Event(i + 1), () => null) is { } fact)
                facts[key] = Stored(fact);
            else
                facts.Remove(key);
        }

        return new(events.Count, facts.Values);
    }

    public static T The<T>(this JournalFacts facts)
        where T : Fact => facts.Of<T>().Single();

    public static T The<T>(this JournalFacts facts, DateTimeOffset asOf)
        where T : Fact => facts.AsOf(ValidTime.At(asOf)).The<T>();

    public static Guid Event(int place) => new(place, 0, 0, new byte[8]);

    // As it comes back from its table.
    private static Fact Stored(Fact fact) => JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, FactsJson.Fact), FactsJson.Fact)!;
}
