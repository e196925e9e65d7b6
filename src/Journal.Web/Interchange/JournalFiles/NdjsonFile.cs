using System.Runtime.CompilerServices;
using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>A journal file on disk, read line by line. The first thing wrong with it ends the reading.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="now">What lies in the future lies after this.</param>
internal sealed class NdjsonFile(string path, DateTimeOffset now)
{
    public static async Task<JournalFileHeader> ReadHeaderAsync(string path, CancellationToken ct)
    {
        await foreach (var (_, line) in FileLines.ReadAsync(path, ct))
            return Header(line);
        throw Empty();
    }

    /// <exception cref="ImportFailedException">The file, or a line of it, is not of the format.</exception>
    public async IAsyncEnumerable<(int Number, JournalFileLine Line)> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var order = new LineOrder(now);
        JournalFileHeader? header = null;
        await foreach (var (number, bytes) in FileLines.ReadAsync(path, ct))
        {
            if (header is null)
                header = Header(bytes);
            else
                yield return (number, Event(number, bytes, order));
        }

        if (header is null)
            throw Empty();
    }

    public static ImportFailedException Failure(int number, string code, string reason) => new(code, $"Line {number}: {reason}");

    private static ImportFailedException Empty() => new("import.format", "The file is empty.");

    private static JournalFileHeader Header(ReadOnlyMemory<byte> line)
    {
        var (header, refusal) = JournalFileReader.ReadHeader(line);
        return header ?? throw new ImportFailedException(refusal!.Code, refusal.Reason);
    }

    private static JournalFileLine Event(int number, ReadOnlyMemory<byte> bytes, LineOrder order)
    {
        var (line, refusal) = JournalFileReader.ReadEvent(bytes);
        if (line is null)
            throw Failure(number, refusal!.Code, refusal.Reason);
        return order.Check(line.Data, line.RecordedAt) switch
        {
            null => line,
            { Kind: RefusalKind.Invalid } value => throw Failure(number, "import.line", $"{value.Reason} ({value.Code})"),
            var misplaced => throw Failure(number, "import.order", $"No line before it begins what it speaks of. {misplaced.Reason} ({misplaced.Code})"),
        };
    }
}
