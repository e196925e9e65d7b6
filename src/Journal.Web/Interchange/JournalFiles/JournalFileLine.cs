using System.Globalization;
using System.Text.Json;
using JasperFx.Events;
using Journal.Facts;
using Journal.Recording;
using Marten;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>One event of a journal file.</summary>
/// <param name="RecordedAt">When it was first recorded, in the journal it comes from.</param>
/// <param name="Source">Through what it was recorded; null where that was not kept.</param>
/// <param name="Zone">The person's zone then; null where that was not kept.</param>
/// <param name="Headers">Its other headers, by name.</param>
public sealed record JournalFileLine(
    Guid Id,
    DateTimeOffset RecordedAt,
    string? Source,
    string? Zone,
    string? Correlation,
    string? Causation,
    IReadOnlyDictionary<string, JsonElement> Headers,
    IJournalEvent Data)
{
    /// <summary>Holds the moment an imported event was first recorded. The store's own time says when it came in.</summary>
    public const string RecordedAtHeader = "recorded_at";

    /// <summary>The line of a recorded event. One that was imported keeps the moment it was first recorded.</summary>
    public static JournalFileLine Of(RecordedEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var recordedAt = FirstRecorded(e.Headers);
        var lifted = new[] { recordedAt is null ? null : RecordedAtHeader, Lifted(e.Headers, StoredHeaders.Source), Lifted(e.Headers, StoredHeaders.Zone) };
        return new(
            e.Id,
            recordedAt ?? e.RecordedAt,
            e.Headers.Text(StoredHeaders.Source),
            e.Headers.Text(StoredHeaders.Zone),
            e.CorrelationId,
            e.CausationId,
            e.Headers.Values.Where(header => !lifted.Contains(header.Key)).ToDictionary(StringComparer.Ordinal),
            (IJournalEvent)e.Data);
    }

    /// <summary>The event to append for this line.</summary>
    internal IEvent ToEvent(IDocumentSession session)
    {
        var e = session.Events.BuildEvent(Data);
        (e.Id, e.CorrelationId, e.CausationId) = (Id, Correlation, Causation);
        foreach (var (name, value) in Headers)
            e.SetHeader(name, value);
        if (Source is not null)
            e.SetHeader(StoredHeaders.Source, Source);
        if (Zone is not null)
            e.SetHeader(StoredHeaders.Zone, Zone);
        e.SetHeader(RecordedAtHeader, RecordedAt.ToString("O", CultureInfo.InvariantCulture));
        return e;
    }

    private static string? Lifted(EventHeaders headers, string name) => headers.Text(name) is null ? null : name;

    private static DateTimeOffset? FirstRecorded(EventHeaders headers) =>
        DateTimeOffset.TryParseExact(headers.Text(RecordedAtHeader), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
