using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>
/// A format that practices and their days are kept in elsewhere. An importer only reads: it says what the rows of a file mean as commands, and
/// <see cref="PracticeImport"/> brings them in.
/// </summary>
public interface IImporter
{
    /// <summary>The word for it on the command line, such as <c>loop</c>.</summary>
    string Name { get; }

    /// <summary>What is imported, in one sentence.</summary>
    string Summary { get; }

    /// <summary>What the file is, in one sentence.</summary>
    string File { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">A plain file.</param>
    /// <param name="author">Whose journal it goes into, and the zone in which the dates were lived.</param>
    /// <param name="now">The present in that zone.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ImportFailedException">It cannot be imported.</exception>
    ImportedFile Read(string path, Author author, DateTimeOffset now, CancellationToken ct);
}

/// <summary>Every importer, found among the types of this assembly.</summary>
public static class Importers
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<IImporter> All { get; } =
    [
        .. typeof(IImporter).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IImporter)) && !type.IsAbstract)
            .Select(type => (IImporter)Activator.CreateInstance(type)!).OrderBy(importer => importer.Name, StringComparer.Ordinal),
    ];
}
