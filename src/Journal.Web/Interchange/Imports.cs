using System.Text;
using Journal.Recording;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange;

/// <summary>The one way in for files: by whatever door one comes, it is looked at, named, and read by what knows its format.</summary>
public sealed class Imports(FileImport files, NdjsonImport journals)
{
    /// <summary>The word for a journal file, which is no other application's.</summary>
    public const string Journal = "journal";

    private const string JournalFile = "a journal file, as journal export writes it";

    /// <summary>Every format, by its word, with what a file of it is.</summary>
    public static IReadOnlyList<(string Name, string File)> Formats { get; } =
        [.. Importers.All.Select(importer => (importer.Name, importer.File)).Append((Journal, JournalFile)).OrderBy(format => format.Item1, StringComparer.Ordinal)];

    /// <summary>The format of a file; null for a journal file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The word of the format, where somebody says so; else it is looked for.</param>
    /// <exception cref="ImportFailedException"><c>import.unknown</c>.</exception>
    public static IImporter? Find(SourceFile file, string? name)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (name is not null)
            return name == Journal ? null : Importers.All.FirstOrDefault(importer => importer.Name == name) ?? throw Unknown($"There is no format {Known(name)}. There are: {Names()}.");
        if (IsJournal(file))
            return null;
        var likely = Importers.All.Select(importer => (Importer: importer, Likeness: importer.Recognize(file))).Where(one => one.Likeness != Likeness.None).ToList();
        return likely.OrderByDescending(one => one.Likeness).Select(one => one.Importer).FirstOrDefault() ?? throw Unknown($"This is {Shape(file)} of no format that is known. There are: {Names()}.");
    }

    /// <param name="author">Whose journal, and the zone in which the source's dates were lived.</param>
    /// <param name="job">The file.</param>
    /// <param name="progress">Told how many of how many rows are done.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ImportFailedException">It cannot be imported; nothing was stored.</exception>
    public async Task<ImportSummary> RunAsync(Author author, ImportJob job, Action<int, int>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(job);
        using var file = SourceFile.Open(job.Path, job.Name, ct);
        try
        {
            return Find(file, job.Format) is { } importer
                ? await files.RunAsync(importer, author, file, job, progress, ct)
                : await journals.RunAsync(author.Person, job.Path, job.DryRun, progress, ct) with { Format = Journal, TakenFor = JournalFile };
        }
        catch (Exception unreadable) when (FileImport.Failure(unreadable) is not null)
        {
            throw FileImport.Failure(unreadable)!;
        }
    }

    private static bool IsJournal(SourceFile file) =>
        file is { Shape: SourceShape.Text, Head: var head } && JournalFileReader.ReadHeader(Encoding.UTF8.GetBytes(head.TrimStart().Split('\n', 2)[0])).Refusal is not { Code: "import.format" };

    private static string Names() => string.Join(", ", Formats.Select(format => format.Name));

    private static string Known(string name) => name.Length <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? name : "of that name";

    private static string Shape(SourceFile file) => file.Shape switch
    {
        SourceShape.Archive => "an archive",
        SourceShape.Database => "a database",
        SourceShape.Folder => "a folder",
        SourceShape.Text => "a text",
        _ => "a file",
    };

    private static ImportFailedException Unknown(string message) => new("import.unknown", message);
}
