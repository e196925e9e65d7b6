using Journal.Beliefs;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Web.Today;

/// <summary>The ideas that somebody new meets after the first, which is the practice they choose.</summary>
public enum Idea
{
    Outcome,
    Belief,
    Layer,
}

/// <summary>Which idea is explained when: each once what comes before it was done, and none twice.</summary>
internal static class Ideas
{
    public static Idea? Next(JournalFacts facts) =>
        !facts.Of<PracticeFact>().Any() ? null
        : !facts.Of<OutcomeFact>().Any() ? Idea.Outcome
        : !facts.Of<BeliefFact>().Any() ? Idea.Belief
        : !facts.Of<EntryFact>().Any(entry => entry.Layer is not null) ? Idea.Layer
        : null;
}
