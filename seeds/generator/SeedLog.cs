using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Journal.Recording;
using Journal.Web.Interchange.JournalFiles;

namespace Journal.Seeds;

/// <summary>The log of a made-up person: events with the moment each was recorded, put in that order at the end.</summary>
internal sealed class SeedLog(string handle, string zone, string about)
{
    private readonly List<(DateTimeOffset RecordedAt, string Source, IJournalEvent Event)> events = [];
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public string Handle => handle;

    public int Count => events.Count;

    /// <summary>A time on the person's own clock.</summary>
    public DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new(local, zone.GetUtcOffset(local));
    }

    /// <summary>The same time, further on, as that clock shows it then.</summary>
    public DateTimeOffset Later(DateTimeOffset time, int minutes) => TimeZoneInfo.ConvertTime(time.AddMinutes(minutes), zone);

    /// <summary>The id of something by its name: the first bits of SHA-256, as a UUID of version 8.</summary>
    public Guid Id(string name)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{handle}/{name}")).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0f) | 0x80);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new(id, bigEndian: true);
    }

    /// <summary>Records something minutes after it happened, or at a moment of its own.</summary>
    public void Add(IJournalEvent e, int minutes = 2, string source = "cli") => Add(e, e.OccurredAt.AddMinutes(minutes), source);

    public void Add(IJournalEvent e, DateTimeOffset recordedAt, string source = "cli")
    {
        if (recordedAt < e.OccurredAt)
            throw new InvalidOperationException($"{e.GetType().Name} of {e.OccurredAt} is recorded before it happened.");
        events.Add((recordedAt.ToUniversalTime(), source, e));
    }

    /// <summary>The journal file.</summary>
    public byte[] Write()
    {
        var output = new ArrayBufferWriter<byte>();
        JournalFileWriter.WriteHeader(output, new(handle, zone.Id, about));
        var ordinal = 0;
        foreach (var (recordedAt, source, e) in events.OrderBy(entry => entry.RecordedAt))
        {
            var id = Id(string.Create(CultureInfo.InvariantCulture, $"event/{++ordinal}"));
            JournalFileWriter.WriteEvent(output, new(id, recordedAt, source, zone.Id, null, null, new Dictionary<string, System.Text.Json.JsonElement>(), e));
        }

        return output.WrittenSpan.ToArray();
    }
}
