using System.IO.Hashing;

namespace Journal.Web.Interchange.Sources;

/// <summary>Reads another stream, and no more and nothing else than it said it has: what unpacks to more is made to do harm, and what unpacks to something else is damaged.</summary>
internal sealed class BoundedStream(Stream inner, long most, uint? sum, CancellationToken ct) : Stream
{
    private readonly Crc32 hash = new();
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        var some = inner.Read(buffer);
        if ((read += some) > most)
            throw new ImportFailedException("import.size", "A file of the archive is larger than it says.");
        if (sum is not null && some > 0)
            hash.Append(buffer[..some]);
        return some > 0 || buffer.IsEmpty || sum is not { } stated || hash.GetCurrentHashAsUInt32() == stated ? some
            : throw new ImportFailedException("import.archive", "A file of the archive is damaged.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
