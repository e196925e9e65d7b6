using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>The lines of a file, one at a time. Line feeds or carriage returns with line feeds end them; empty ones are passed over.</summary>
internal static class FileLines
{
    // An entry of 20,000 characters, each escaped, is a seventh of this.
    private const int MaxLength = 1 << 20;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <returns>Numbers from 1 and lines; a line's memory holds until the next one is taken.</returns>
    /// <exception cref="ImportFailedException"><c>import.nofile</c>, <c>import.unreadable</c> or <c>import.line</c> for one that is too long.</exception>
    public static async IAsyncEnumerable<(int Number, ReadOnlyMemory<byte> Line)> ReadAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(Open(path), new StreamPipeReaderOptions(bufferSize: 1 << 16));
        try
        {
            var number = 0;
            for (var more = true; more;)
            {
                var read = await pipe.ReadAsync(ct);
                var rest = read.Buffer;
                while (Next(ref rest, read.IsCompleted) is { } line)
                {
                    if (Content(line, ++number) is { IsEmpty: false } content)
                        yield return (number, content);
                }

                if (rest.Length > MaxLength)
                    throw TooLong(number + 1);
                pipe.AdvanceTo(rest.Start, rest.End);
                more = !read.IsCompleted;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static ReadOnlySequence<byte>? Next(ref ReadOnlySequence<byte> rest, bool last)
    {
        var end = rest.PositionOf((byte)'\n') ?? (last && !rest.IsEmpty ? rest.End : null);
        if (end is not { } at)
            return null;
        var line = rest.Slice(0, at);
        rest = at.Equals(rest.End) ? rest.Slice(rest.End) : rest.Slice(rest.GetPosition(1, at));
        return line;
    }

    private static ReadOnlyMemory<byte> Content(ReadOnlySequence<byte> line, int number)
    {
        if (line.Length > MaxLength)
            throw TooLong(number);
        var bytes = line.IsSingleSegment ? line.First : line.ToArray();
        if (number == 1 && bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        return bytes.Span is [.., (byte)'\r'] ? bytes[..^1] : bytes;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(PlainFile.Find(path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportFailedException("import.nofile", $"There is no file {path}.", none);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailedException("import.unreadable", $"The file cannot be read: {closed.Message}", closed);
        }
    }

    private static ImportFailedException TooLong(int number) => new("import.line", $"Line {number}: it is longer than {MaxLength} bytes.");
}
