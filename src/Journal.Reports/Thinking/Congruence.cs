using Journal.Facts;
using Journal.Interpretations;
using Journal.Reports.Causes;

namespace Journal.Reports.Thinking;

/// <summary>Of the interpretations and readings of setbacks that say so, the share that supports acting on the aim.</summary>
internal static class Congruence
{
    /// <summary>What says whether it supports the aim, by valid time.</summary>
    public static IReadOnlyList<Thought> Said(JournalFacts facts, Guid? aim) =>
    [
        .. facts.Of<InterpretationFact>().Select(Thought.Of)
            .Concat(facts.Of<SetbackFact>().Select(Thought.Of))
            .Where(one => one.Supports is not null && (aim is null || one.AimId == aim))
            .OrderBy(one => one.At).ThenBy(one => one.Id),
    ];
}
