using System.IO.Compression;
using System.Text;

namespace Journal.Web.Interchange.Sources;

/// <summary>What somebody wants to bring in, as far as it can be told without knowing the format: a text, an archive, a database or a folder. Nothing of it is ever written anywhere.</summary>
public sealed class SourceFile : IDisposable
{
    /// <summary>The largest file that is read.</summary>
    public const long MostBytes = 256L << 20;

    private const long MostExpanded = 1L << 30;
    private const int MostEntries = 100_000;
    private const int LongestName = 1_000;
    private const int DeepestFolder = 32;
    private const int HeadBytes = 1 << 16;
    private const int MostNuls = 16;

    private static readonly EnumerationOptions Plainly = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = DeepestFolder,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    private readonly ZipArchive? archive;
    private readonly Lazy<IReadOnlyList<SourceEntry>> entries;

    // A folder may be any: what lies in it is looked for only by a format that takes folders.
    private SourceFile(string path, CancellationToken ct)
    {
        (Path, Shape, Head) = (path, SourceShape.Folder, "");
        entries = new(() => [.. Limited(OfFolder(path, ct))]);
    }

    private SourceFile(string path, SourceShape shape, IReadOnlyList<SourceEntry> entries, ZipArchive? archive)
    {
        (Path, Shape, this.entries, this.archive) = (path, shape, new(entries), archive);
        Main = shape is SourceShape.Text or SourceShape.Archive && entries is [var only] ? only : null;
        Head = Main is null ? "" : ReadHead(Main);
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    public SourceShape Shape { get; }

    /// <summary>The files in it, folders aside: those of an archive or a folder, or itself.</summary>
    public IReadOnlyList<SourceEntry> Entries => entries.Value;

    /// <summary>The one text there is: the file itself, or the only one in an archive. Null where there are several, or none.</summary>
    public SourceEntry? Main { get; }

    /// <summary>How that text begins; empty where there is none.</summary>
    public string Head { get; }

    /// <summary>The one text there is.</summary>
    /// <param name="format">What it should be one of.</param>
    /// <exception cref="ImportFailedException"><c>import.format</c>: there is none, or there are several.</exception>
    public SourceEntry Text(string format) => Shape == SourceShape.Other ? throw new ImportFailedException("import.format", $"The file is no text, as an export of {format} is.")
        : Main ?? throw new ImportFailedException("import.format", $"There is not one text in it, as in an export of {format}.");

    /// <param name="path">A plain file, or a folder.</param>
    /// <param name="name">What its sender calls it, where that is another name.</param>
    /// <param name="ct">Cancels, whenever something of it is read.</param>
    /// <exception cref="ImportFailedException"><c>import.nofile</c>, <c>import.unreadable</c>, <c>import.size</c>, <c>import.archive</c>.</exception>
    public static SourceFile Open(string path, string? name = null, CancellationToken ct = default)
    {
        if (Directory.Exists(path))
            return new(path, ct);
        var file = PlainFile.Find(path, MostBytes);
        var start = new byte[HeadBytes];
        using (var stream = Read(file))
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.AsSpan().StartsWith("SQLite format 3\0"u8))
            return new(file, SourceShape.Database, [], null);
        if (!start.AsSpan().StartsWith("PK\u0003\u0004"u8) && !start.AsSpan().StartsWith("PK\u0005\u0006"u8))
            return new(file, IsText(start) ? SourceShape.Text : SourceShape.Other, [new(name ?? System.IO.Path.GetFileName(path), new FileInfo(file).Length, null, () => Read(file)) { Ct = ct }], null);
        return OfArchive(file, ct);
    }

    public void Dispose() => archive?.Dispose();

    private static SourceFile OfArchive(string file, CancellationToken ct)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(Read(file), ZipArchiveMode.Read);
            var inside = archive.Entries.Where(entry => entry.Name.Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
            if (inside.Count > MostEntries)
                throw new ImportFailedException("import.size", $"The archive holds more than {MostEntries} files.");
            if (inside.Aggregate(0L, (sum, entry) => sum > MostExpanded || entry.Length is < 0 or > MostExpanded ? MostExpanded + 1 : sum + entry.Length) > MostExpanded)
                throw new ImportFailedException("import.size", $"The archive would unpack to more than {MostExpanded >> 20} MiB.");
            if (inside.Find(entry => !IsInside(entry.FullName)) is not null)
                throw new ImportFailedException("import.archive", "The archive holds a file whose name leads out of it.");
            return new(file, SourceShape.Archive, [.. inside.Select(entry => new SourceEntry(entry.FullName.Replace('\\', '/'), entry.Length, entry.LastWriteTime, entry.Open, entry.Crc32) { Ct = ct })], archive);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            archive?.Dispose();
            throw new ImportFailedException("import.archive", "The archive is damaged or cut short.", damaged);
        }
        catch (ImportFailedException)
        {
            archive?.Dispose();
            throw;
        }
    }

    // Names are keys of rows and nothing else; one that is meant to lead elsewhere is no export of anything.
    private static bool IsInside(string name) =>
        name.Length <= LongestName && !name.StartsWith('/') && !name.StartsWith('\\') && !name.Any(char.IsControl) && !name.Contains(':', StringComparison.Ordinal)
        && !name.Split('/', '\\').Contains("..");

    private static IEnumerable<SourceEntry> OfFolder(string path, CancellationToken ct)
    {
        IEnumerable<string> files;
        try
        {
            files = Directory.EnumerateFiles(path, "*", Plainly).Order(StringComparer.Ordinal);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailedException("import.unreadable", $"The folder cannot be read: {closed.Message}", closed);
        }

        foreach (var file in files)
        {
            var info = new FileInfo(file);
            if (info.Length > 0 && !System.IO.Path.GetRelativePath(path, file).Split(System.IO.Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
                yield return new(System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'), info.Length, info.LastWriteTimeUtc, () => Read(PlainFile.Find(file, MostBytes))) { Ct = ct };
        }
    }

    private static IEnumerable<SourceEntry> Limited(IEnumerable<SourceEntry> entries)
    {
        var (count, bytes) = (0, 0L);
        foreach (var entry in entries)
        {
            if (++count > MostEntries || (bytes += entry.Length) > MostExpanded)
                throw new ImportFailedException("import.size", $"The folder holds more than {MostEntries} files or {MostExpanded >> 20} MiB.");
            yield return entry;
        }
    }

    private static FileStream Read(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailedException("import.unreadable", $"The file cannot be read: {closed.Message}", closed);
        }
    }

    // A text may hold a stray NUL; what is no text holds many.
    private static bool IsText(ReadOnlySpan<byte> start) => SourceText.IsWide(start) || start.Count((byte)0) <= start.Length / MostNuls;

    private static string ReadHead(SourceEntry entry)
    {
        using var stream = entry.Open();
        var start = new byte[HeadBytes];
        var head = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        return !IsText(head) ? "" : SourceText.IsWide(head) ? (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..])
            : Encoding.UTF8.GetString(head.StartsWith("\uFEFF"u8) ? head[3..] : head);
    }
}

public enum SourceShape
{
    Text,
    Archive,
    Database,
    Folder,

    /// <summary>No text, and nothing that is known.</summary>
    Other,
}

/// <summary>One file in a source.</summary>
/// <param name="Name">Its path within, with slashes. It names rows; nothing is opened by it.</param>
/// <param name="Length">Bytes it says it has; not one more is read.</param>
/// <param name="Changed">When it was last written; null where that says nothing.</param>
/// <param name="Unpack">Begins to read it.</param>
/// <param name="Sum">The checksum it says it has; null where it says none.</param>
public sealed record SourceEntry(string Name, long Length, DateTimeOffset? Changed, Func<Stream> Unpack, uint? Sum = null)
{
    internal CancellationToken Ct { get; init; }

    /// <summary>Reads it from the start.</summary>
    /// <exception cref="ImportFailedException"><c>import.size</c>: it is larger than may be read.</exception>
    public Stream Open()
    {
        if (Length > SourceFile.MostBytes)
            throw new ImportFailedException("import.size", $"A file of the archive is larger than {SourceFile.MostBytes >> 20} MiB.");
        return new BoundedStream(Unpack(), Length, Sum, Ct);
    }

    /// <summary>Reads it from the start as UTF-8, whichever of the two encodings it is in.</summary>
    public Stream OpenUtf8()
    {
        Span<byte> mark = stackalloc byte[2];
        using (var start = Open())
            mark = mark[..start.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        return SourceText.IsWide(mark) ? SourceText.Narrow(Open(), mark[0] == 0xFE) : Open();
    }

    /// <summary>Reads it as text.</summary>
    public TextReader OpenText() => SourceText.Reader(Open());

    /// <summary>All of a text.</summary>
    /// <param name="most">Bytes it may have.</param>
    public string ReadText(long most)
    {
        if (Length > most)
            throw new ImportFailedException("import.size", $"A text of it is larger than {most >> 10} KiB.");
        using var reader = OpenText();
        return reader.ReadToEnd();
    }
}
