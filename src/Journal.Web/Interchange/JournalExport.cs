using System.Buffers;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Interchange.JournalFiles;

namespace Journal.Web.Interchange;

/// <summary>Writes a person's whole journal as a journal file: everything that <see cref="NdjsonImport"/> needs to make the same journal again.</summary>
public sealed class JournalExport(PersonEvents events)
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes the events of one moment in the order of the log. Memory stays the same however many there are; archived streams are left out.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="output">Gets UTF-8; stays open.</param>
    /// <param name="ct">Cancels; what is written by then is not a whole journal.</param>
    /// <returns>How many events there were, and how many more this version cannot read: no line of this format could hold them.</returns>
    public async Task<(long Events, long Unreadable)> WriteAsync(Person person, Stream output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(output);
        var buffer = new ArrayBufferWriter<byte>(2 * FlushAt);
        JournalFileWriter.WriteHeader(buffer, new(person.Handle, person.Zone));
        var (count, unreadable) = (0L, 0L);
        await foreach (var e in events.EachAsync(Author.TenantOf(person.Id), ct))
        {
            if (e.Data is UnreadableEvent)
            {
                unreadable++;
                continue;
            }

            JournalFileWriter.WriteEvent(buffer, JournalFileLine.Of(e));
            count++;
            if (buffer.WrittenCount >= FlushAt)
                await FlushAsync(buffer, output, ct);
        }

        await FlushAsync(buffer, output, ct);
        return (count, unreadable);
    }

    private static async Task FlushAsync(ArrayBufferWriter<byte> buffer, Stream output, CancellationToken ct)
    {
        await output.WriteAsync(buffer.WrittenMemory, ct);
        buffer.ResetWrittenCount();
    }
}
