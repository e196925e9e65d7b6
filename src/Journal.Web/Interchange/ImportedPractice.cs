using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>What a source says of one practice: the practice itself and its days, each with the row it came from.</summary>
/// <param name="Row">Its row; the key names it where the journal does not have it yet.</param>
/// <param name="Identity">How it is found again among the practices that were imported before.</param>
/// <param name="Adopt">How it is adopted; the journal gives it its id.</param>
/// <param name="Dropped">When the source stopped keeping it; null while it goes on.</param>
/// <param name="Days">Its days, each once.</param>
/// <param name="LeftOut">Rows of it that become nothing, by why.</param>
/// <param name="Warnings">What could not be kept as it was, and how often.</param>
public sealed record ImportedPractice(
    ImportHeader Row,
    ImportedIdentity Identity,
    AdoptPractice Adopt,
    DateTimeOffset? Dropped,
    IReadOnlyList<ImportedDay> Days,
    IReadOnlyDictionary<string, int> LeftOut,
    IReadOnlyDictionary<string, int> Warnings) : ImportedRecord(Row);

/// <summary>How a source tells its practices apart.</summary>
/// <param name="Key">By the place it has in the source, such as <c>loop:15</c>: another device may give it another.</param>
/// <param name="Unique">By an id that stays with it wherever it goes; null where the source has none.</param>
/// <param name="UniqueIn">Reads that id from a row that was kept.</param>
public sealed record ImportedIdentity(string Key, string? Unique, Func<string, string?> UniqueIn)
{
    /// <summary>Of a source that keeps one id, or one name, for ever.</summary>
    public static ImportedIdentity Of(string key) => new(key, null, _ => null);
}

/// <summary>What the source says about one day.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Day">The day.</param>
/// <param name="Command">What it becomes: finished, missed, skipped or left open. Its practice's id and its own follow from the practice that it is brought into.</param>
public sealed record ImportedDay(ImportHeader Row, DateOnly Day, Command Command);
