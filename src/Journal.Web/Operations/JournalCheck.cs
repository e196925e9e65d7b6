using System.Text.Json.Serialization;

namespace Journal.Web.Operations;

/// <summary>What a verification found.</summary>
/// <param name="CodeVersion">The code that looked.</param>
/// <param name="Store">What must not be in the store; empty when all is well.</param>
/// <param name="People">Everybody, by handle.</param>
public sealed record JournalCheck(string CodeVersion, IReadOnlyList<Finding> Store, IReadOnlyList<CheckedPerson> People)
{
    /// <summary>Whether nothing differs anywhere.</summary>
    public bool Holds => Store.Count == 0 && People.All(person => person.Differences.Count == 0);
}

/// <summary>What is kept of one person, made three ways: what their words are found by, and their alignment history.</summary>
/// <param name="Position">The last of their events.</param>
/// <param name="Facts">Hash of the facts that their events make.</param>
/// <param name="Live">Hash of the rows in use.</param>
/// <param name="Rebuilt">Hash of the rows that a rebuild makes.</param>
/// <param name="Replayed">Hash of what a replay to the head makes.</param>
/// <param name="Reports">Hash of every report at the default rules, up to the last day of which anything is recorded.</param>
/// <param name="Differences">Empty when all agree, with each other and with what was verified before.</param>
public sealed record CheckedPerson(
    Guid Person,
    string Handle,
    long Position,
    int Events,
    string Facts,
    string Live,
    string Rebuilt,
    string Replayed,
    IReadOnlyDictionary<string, string> Reports,
    IReadOnlyList<Difference> Differences);

/// <param name="Code">Stable: live.differs, rebuild.differs, facts.changed, figures.changed.</param>
/// <param name="What">The words, the history, the facts, or the report.</param>
/// <param name="Message">What differs from what.</param>
public sealed record Difference(string Code, string What, string Message);

/// <summary>How a check is written as JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(JournalCheck))]
[JsonSerializable(typeof(Dictionary<string, string>))]
public sealed partial class VerifyingJson : JsonSerializerContext;
