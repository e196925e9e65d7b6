using System.Reflection;
using System.Text.Json.Serialization;

namespace Journal.Reports;

/// <summary>What every report says of itself: the parameters it was asked with and what it was made from.</summary>
/// <param name="Position">The last event of the log that it has seen.</param>
/// <param name="RulesVersion">The default set's version and what was changed of it.</param>
/// <param name="Rules">Those that were read for it, by name, with their values.</param>
/// <param name="CodeVersion">The version of the code that computed it.</param>
/// <param name="LastRecord">The day of the last record of anything that it has seen; null where there is none.</param>
public sealed record ReportOrigin(
    Guid Person,
    DateOnly? From,
    DateOnly To,
    string? AsOf,
    DateTimeOffset? KnownAt,
    Guid? Aim,
    long Position,
    string RulesVersion,
    IReadOnlyDictionary<string, double> Rules,
    string CodeVersion,
    DateOnly? LastRecord = null)
{
    /// <summary>How many events could not be read and so count in nothing; left out where all could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unreadable { get; init; }

    /// <summary>The same in a sentence; null where all could be read.</summary>
    [JsonIgnore]
    public string? Note => NoteOf(Unreadable);

    /// <summary>What a person is told of events that could not be read; null where there are none.</summary>
    public static string? NoteOf(int unreadable) =>
        unreadable == 0 ? null : $"{Text.Count(unreadable, "event")} could not be read and {(unreadable == 1 ? "counts" : "count")} in nothing.";

    /// <summary>The version of this code.</summary>
    public static string Code { get; } =
        typeof(ReportOrigin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The origin of what was worked out on a view.</summary>
    internal static ReportOrigin Of(ReportView view) => new(
        view.Person,
        view.Request.From,
        view.Request.Last,
        view.Request.AsOf?.ToString(),
        view.Request.KnownAt,
        view.Request.Aim,
        view.Facts.Position,
        view.Request.Rules.Version,
        view.Read,
        Code,
        view.LastRecord)
    {
        Unreadable = view.Facts.Unreadable.Count,
    };
}
