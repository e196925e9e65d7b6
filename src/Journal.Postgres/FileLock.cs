using System.Diagnostics;

namespace Journal.Postgres;

/// <summary>
/// A lock on a file that the operating system drops when its holder dies, however it dies: flock on Unix, share modes on Windows.
/// Two holders in one process exclude each other as two processes do.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static FileLock? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    public static Task<FileLock> ExclusiveAsync(string path, TimeSpan patience, CancellationToken ct) =>
        WaitAsync(() => TryExclusive(path), path, patience, ct);

    public static Task<FileLock> SharedAsync(string path, TimeSpan patience, CancellationToken ct) =>
        WaitAsync(() => TryOpen(path, FileAccess.Read, FileShare.Read), path, patience, ct);

    public void Dispose() => _file.Dispose();

    private static async Task<FileLock> WaitAsync(Func<FileLock?> take, string path, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (take() is { } taken)
                return taken;
            if (waited.Elapsed > patience)
                throw new PostgresClusterException("home.busy", $"Another process has held {path} for {patience.TotalSeconds:0} s. Wait for it, or end it.");
            await Task.Delay(Poll, ct);
        }
    }

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
    }

    // EAGAIN of flock on Linux and on macOS, and ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
