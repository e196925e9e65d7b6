using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Which events there are and what they say: a digest for each id, some 60 bytes an event.</summary>
internal sealed class EventContents
{
    private readonly Dictionary<Guid, UInt128> contents = [];

    /// <summary>The events a person's journal has.</summary>
    public static async Task<EventContents> OfTenantAsync(PersonEvents events, string tenant, CancellationToken ct)
    {
        var known = new EventContents();
        await foreach (var e in events.EachAsync(tenant, ct))
        {
            if (e.Data is IJournalEvent readable)
                known.contents[e.Id] = Digest(readable);
        }

        return known;
    }

    public int Count => contents.Count;

    public void Add(Guid id, IJournalEvent e) => contents.Add(id, Digest(e));

    /// <summary>True when the same event is there, false when another has its id, null when there is none.</summary>
    public bool? Has(Guid id, IJournalEvent e) => contents.TryGetValue(id, out var content) ? content == Digest(e) : null;

    // What the store too takes for the same event: subject, type and body.
    private static UInt128 Digest(IJournalEvent e)
    {
        byte[] content = [.. e.SubjectId.ToByteArray(), .. Encoding.UTF8.GetBytes(e.GetType().Name + "\n"), .. JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), EventTypes.Json)];
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(content));
    }
}
