using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>What a source says of one practice: the practice itself and its days, each with the row it came from.</summary>
/// <param name="Adopt">How it is adopted; its id follows from the person and the row's key, so that a second run finds it again.</param>
/// <param name="Dropped">When the source stopped keeping it; null while it goes on.</param>
internal sealed record ImportedPractice(ImportHeader Row, AdoptPractice Adopt, DateTimeOffset? Dropped, IReadOnlyList<ImportedDay> Days);

/// <summary>One row about one day.</summary>
/// <param name="Command">What it becomes: finished, missed or skipped; null when it is left out.</param>
/// <param name="LeftOut">Why it is left out.</param>
internal sealed record ImportedDay(ImportHeader Row, Command? Command, string? LeftOut = null);
