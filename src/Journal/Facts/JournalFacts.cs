using System.Collections.Concurrent;
using Journal.Recording;

namespace Journal.Facts;

/// <summary>Everything known of one person, at one position of the log. Never changed once made, and safe for many readers.</summary>
public sealed class JournalFacts
{
    private readonly ConcurrentDictionary<Type, object> sorted = [];
    private readonly Lazy<Dictionary<Type, List<Fact>>> sorts;

    /// <summary>Facts at a position.</summary>
    /// <param name="position">The last event folded in; 0 when there is none.</param>
    /// <param name="all">Every fact; order does not matter.</param>
    public JournalFacts(long position, IReadOnlyCollection<Fact> all) => (Position, All, sorts) = (position, all, new(() => Sorts(all)));

    /// <summary>The last event folded in; 0 when there is none.</summary>
    public long Position { get; }

    /// <summary>Every fact, in no order.</summary>
    public IReadOnlyCollection<Fact> All { get; }

    /// <summary>Events that this version could not read. They count in nothing.</summary>
    public IReadOnlyList<UnreadableAt> Unreadable { get; internal init; } = [];

    /// <summary>The day of the first fact; null when there is none.</summary>
    public DateOnly? FirstDay => All.Count == 0 ? null : (DateOnly)sorted.GetOrAdd(typeof(DateOnly), _ => All.Min(fact => fact.Day));

    /// <summary>The latest day that anything recorded speaks of; null when there is nothing. A record of the future lies after today.</summary>
    public DateOnly? LastDay
    {
        get => field ?? (All.Count == 0 ? null : (DateOnly)sorted.GetOrAdd(typeof(DateOnly?), _ => All.Max(fact => fact.Day)));
        internal init;
    }

    /// <summary>The last day by the end of another on which anything was recorded for; null where there is none.</summary>
    public DateOnly? LastDayBy(DateOnly until)
    {
        DateOnly? last = null;
        foreach (var fact in All)
        {
            var day = fact.LastDay <= until ? fact.LastDay : fact.Day <= until ? fact.Day : (DateOnly?)null;
            last = day > last || last is null ? day ?? last : last;
        }

        return last;
    }

    /// <summary>Facts of one sort, by valid time and id. Sorted once.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : Fact => (IReadOnlyList<T>)sorted.GetOrAdd(typeof(T), static (sort, facts) => Sort<T>(sort.IsAbstract ? [.. facts.All] : facts.sorts.Value.GetValueOrDefault(sort) ?? []), this);

    // A report asks for ten sorts and more, one after the other.
    private static Dictionary<Type, List<Fact>> Sorts(IReadOnlyCollection<Fact> all)
    {
        var (sorts, same, latest) = (new Dictionary<Type, List<Fact>>(), new List<Fact>(), (Type?)null);
        foreach (var fact in all)
        {
            if (fact.GetType() is var sort && sort != latest)
            {
                latest = sort;
                same = sorts.TryGetValue(sort, out var known) ? known : sorts[sort] = [];
            }

            same.Add(fact);
        }

        return sorts;
    }

    // What is recorded as it is lived comes in its order: then looking is all that is to be done.
    private static T[] Sort<T>(List<Fact> unsorted)
        where T : Fact
    {
        var facts = new T[unsorted.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = (T)unsorted[i];
        }

        for (var i = 1; i < facts.Length; i++)
        {
            if (Compare(facts[i - 1], facts[i]) > 0)
            {
                return [.. facts.OrderBy(fact => fact.OccurredAt).ThenBy(fact => fact.Id)];
            }
        }

        return facts;
    }

    private static int Compare(Fact one, Fact other) => one.OccurredAt.CompareTo(other.OccurredAt) is not 0 and var order ? order : one.Id.CompareTo(other.Id);

    /// <summary>The facts of some ids, as their subjects' addresses have them; where two share one, the one that came first.</summary>
    public IReadOnlyDictionary<Guid, Fact> Find(IReadOnlySet<Guid> ids) =>
        All.Where(fact => ids.Contains(fact.Id)).GroupBy(fact => fact.Id).ToDictionary(same => same.Key, same => same.MinBy(fact => (fact.OccurredAt, fact.Kind))!);

    /// <summary>What was true by a moment: facts that came later are left out, and what ended later had not ended.</summary>
    /// <returns>These, where nothing came later.</returns>
    public JournalFacts AsOf(ValidTime moment)
    {
        var (then, changed) = (new List<Fact>(All.Count), false);
        foreach (var fact in All.Where(fact => moment.Includes(fact.OccurredAt)))
        {
            var earlier = fact.Until(moment);
            if (earlier.LastDay > moment.Day)
            {
                earlier = earlier with { LaterDay = null };
            }

            var same = earlier == fact;
            changed |= !same;
            then.Add(same ? fact : earlier);
        }

        return changed || then.Count < All.Count ? new(Position, then) { Lineage = Lineage, Unreadable = Unreadable } : this;
    }

    /// <summary>The facts as they are after more events, of the same lineage.</summary>
    internal JournalFacts Followed(long position, IReadOnlyCollection<Fact> all, IReadOnlyList<UnreadableAt> unreadable, DateOnly? lastDay) =>
        new(position, all) { Lineage = Lineage, Unreadable = unreadable, LastDay = lastDay };

    /// <summary>
    /// The same object for facts that follow one another, and for these as of earlier moments: whoever works something out from them may keep it by this
    /// for as long as it lives.
    /// </summary>
    public object Lineage { get; private init; } = new();
}

/// <summary>Where an event stands that could not be read.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Type">The name it is stored under.</param>
/// <param name="Reason">Why it cannot be read; holds nothing of the body.</param>
public sealed record UnreadableAt(long Position, string Type, string Reason);
