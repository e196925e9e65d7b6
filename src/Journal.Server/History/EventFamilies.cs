using System.Collections.Frozen;
using Journal.Domain.Aims;
using Journal.Domain.Beliefs;
using Journal.Domain.Execution;
using Journal.Domain.Interventions;
using Journal.Domain.Reflection;
using Journal.EventStore;

namespace Journal.Server.History;

/// <summary>Names for groups of event types, to ask the history by.</summary>
internal static class EventFamilies
{
    private static readonly FrozenDictionary<string, string[]> Families = new Dictionary<string, string[]>
    {
        ["aims"] = Names(typeof(AimSet), typeof(AimRevised), typeof(AimClosed)),
        ["practices"] = Names(typeof(PracticeAdopted), typeof(PracticeRevised), typeof(PracticeDropped)),
        ["outcomes"] = Names(typeof(ExecutionFinished), typeof(ExecutionMissed), typeof(ExecutionSkipped), typeof(OutcomeRetracted)),
        ["beliefs"] = Names(
            typeof(BeliefStated), typeof(BeliefRated), typeof(BeliefChallenged), typeof(BeliefReplaced), typeof(BeliefRetired), typeof(EvidenceLinked)),
        ["entries"] = Names(typeof(JournalEntryWritten), typeof(EntryAmended), typeof(EntryRetracted)),
        ["states"] = Names(typeof(StateSampled)),
        ["interventions"] = Names(typeof(InterventionStarted), typeof(InterventionEnded)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = Families.Values.SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The families' names, in ordinal order.</summary>
    public static IEnumerable<string> All => Families.Keys.Order(StringComparer.Ordinal);

    /// <summary>The stored names that a word stands for: a family's, or the word itself when it is one; none when it is neither.</summary>
    public static IReadOnlyList<string> Find(string word) => Families.TryGetValue(word, out var names) ? names : Known.Contains(word) ? [word] : [];

    private static string[] Names(params Type[] types) => [.. types.Select(StoredName.Of)];
}
