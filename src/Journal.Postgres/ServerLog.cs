namespace Journal.Postgres;

/// <summary>The server's log: one file, of which a start keeps one predecessor.</summary>
internal static class ServerLog
{
    private const long RotateAt = 4 * 1024 * 1024;
    private const int TailLines = 12;

    public static void Rotate(ClusterFolder folder)
    {
        if (new FileInfo(folder.Log) is { Exists: true, Length: > RotateAt })
            File.Move(folder.Log, Path.ChangeExtension(folder.Log, "1.log"), overwrite: true);
    }

    /// <summary>The log's end as of now: what comes after belongs to the next start.</summary>
    public static Position Mark(ClusterFolder folder) => new(folder.Log, new FileInfo(folder.Log) is { Exists: true } file ? file.Length : 0);

    public sealed record Position(string Log, long Offset)
    {
        /// <summary>True when the server has said that it gives up.</summary>
        public bool TellsOfDeath() => Read() is var text && (text.Contains("FATAL:", StringComparison.Ordinal) || text.Contains("PANIC:", StringComparison.Ordinal));

        public string Tail() => string.Join('\n', Read().TrimEnd().Split('\n').TakeLast(TailLines));

        private string Read()
        {
            if (!File.Exists(Log))
                return "";
            using var file = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(Offset, SeekOrigin.Begin);
            return new StreamReader(file).ReadToEnd();
        }
    }
}
