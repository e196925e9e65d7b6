using Journal.Recording;
using Journal.Web.Interchange.Csv;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange;

/// <summary>
/// A format that somebody's records are kept in elsewhere. An importer only reads: it tells by the content whether a file is of its format, and says what the rows mean
/// as commands; <see cref="FileImport"/> brings them in. It is found among the types of this assembly.
/// </summary>
public interface IImporter
{
    /// <summary>The word for it, such as <c>loop</c>; the keys of its rows begin with it.</summary>
    string Name { get; }

    /// <summary>What a file of it is, to end the sentence "This is ...".</summary>
    string File { get; }

    /// <summary>Whether a file is of this format, by what is in it and never by its name.</summary>
    Likeness Recognize(SourceFile file);

    /// <summary>Reads a file. What it says may be read bit by bit; a file is read anew for each pass over it.</summary>
    /// <exception cref="ImportFailedException">It cannot be imported. While the records are read, too.</exception>
    ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct);
}

/// <summary>How sure an importer is of a file.</summary>
public enum Likeness
{
    None,

    /// <summary>It can make something of it, as others may.</summary>
    Possible,

    /// <summary>Only this format looks so.</summary>
    Certain,
}

/// <summary>On what terms a file is read.</summary>
/// <param name="Author">Whose journal it goes into, and the zone in which dates without one were lived.</param>
/// <param name="Now">The present in that zone.</param>
/// <param name="Map">What columns mean, by their names, where somebody says so.</param>
public sealed record ImportAsk(Author Author, DateTimeOffset Now, IReadOnlyDictionary<string, string> Map)
{
    public static readonly IReadOnlyDictionary<string, string> NoMap = new Dictionary<string, string>();

    /// <summary>What the person said of tables before.</summary>
    public IReadOnlyList<RememberedMap> Remembered { get; init; } = [];

    /// <summary>When a day of a practice starts; midnight unless somebody says so.</summary>
    public TimeOnly DayStartsAt { get; init; }

    public TimeZoneInfo Zone => Author.Zone;

    /// <summary>The last day that anything may be recorded for: a day may be there already for somebody further east.</summary>
    public DateOnly Latest => DateOnly.FromDateTime(Now.DateTime).AddDays(1);

    /// <summary>The day of a practice that something done at a moment counts for.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime - DayStartsAt.ToTimeSpan());

    /// <summary>Noon of a day, which is on that date in every zone.</summary>
    public DateTimeOffset Noon(DateOnly day) => LocalTime.Noon(day, Zone);
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
