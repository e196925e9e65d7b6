using System.Text.Json.Serialization;
using Journal.EventStore;
using Journal.EventStore.Projections;

namespace Journal.StoreWorker;

public enum Speed
{
    Slow,
    Express,
}

public sealed record ParcelPosted(string To, int Grams, Speed Speed = Speed.Slow);

public sealed record ParcelMoved(string Place, DateTimeOffset At);

public sealed record ParcelLost(string Reason);

/// <summary>Where a parcel is, and every place it has been.</summary>
public sealed record ParcelTrace(string? To, IReadOnlyList<string> Places, int Events);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ParcelPosted))]
[JsonSerializable(typeof(ParcelMoved))]
[JsonSerializable(typeof(ParcelLost))]
[JsonSerializable(typeof(ParcelTrace))]
public sealed partial class ParcelJson : JsonSerializerContext;

/// <summary>The events of these tests: parcels, which know nothing of the journal.</summary>
public static class Parcels
{
    public static EventCatalog Catalog { get; } = EventCatalog.Create()
        .Add(ParcelJson.Default.ParcelPosted).Add(ParcelJson.Default.ParcelMoved).Add(ParcelJson.Default.ParcelLost).Build();

    public static NewEvent Posted(string to = "Porto", int grams = 100) => new(new ParcelPosted(to, grams));

    public static NewEvent Moved(string place = "Lisbon") => new(new ParcelMoved(place, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1))));

    public static NewEvent Lost(string reason = "rain") => new(new ParcelLost(reason));
}

/// <summary>One trace per parcel; a lost parcel has none.</summary>
public sealed class ParcelTraces(int version = 1) : KeyedProjection<ParcelTrace>("ParcelTraces", version, ParcelJson.Default.ParcelTrace)
{
    public override IEnumerable<Guid> Keys(RecordedEvent e) => [e.Stream];

    public override ParcelTrace? Apply(Guid key, ParcelTrace? current, RecordedEvent e)
    {
        var trace = current ?? new(null, [], 0);
        trace = trace with { Events = trace.Events + 1 };
        return e.Data switch
        {
            ParcelPosted posted => trace with { To = posted.To },
            ParcelMoved moved => trace with { Places = [.. trace.Places, moved.Place] },
            _ => null,
        };
    }

    public override string KindOf(ParcelTrace document) => document.To is null ? "unknown" : "posted";
}
