using System.Globalization;

namespace Journal.Cli.Backup;

/// <summary>What the files of a folder of backups are called: by when they were written, in UTC.</summary>
internal static class BackupNames
{
    private const string Form = "'journal-'yyyy-MM-dd'T'HHmm'.dump'";

    public static string At(DateTimeOffset now) => now.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Those of a folder, oldest first; other files in it are nobody's business.</summary>
    public static IReadOnlyList<(string Path, DateTimeOffset At)> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "journal-*.dump")
            .Select(path => (Path: path, At: DateTimeOffset.TryParseExact(System.IO.Path.GetFileName(path), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null))
            .Where(file => file.At is not null).Select(file => (file.Path, file.At!.Value)).OrderBy(file => file.Value),
    ];
}
