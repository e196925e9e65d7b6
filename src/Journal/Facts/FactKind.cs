using System.Collections.Frozen;
using System.Reflection;
using Journal.Recording;

namespace Journal.Facts;

/// <summary>A sort of fact, as its <see cref="SubjectAttribute"/> declares it.</summary>
public abstract class FactKind
{
    private protected FactKind(Type fact)
    {
        var declared = fact.GetCustomAttribute<SubjectAttribute>() ?? throw new InvalidOperationException($"{fact.Name} does not say what subject it is of.");
        (Fact, Word, Plural, Summary, Events, PartOf, IsDaily) = (fact, declared.Word, declared.Plural, declared.Summary, declared.Events, declared.PartOf, declared.Daily);
        Family = declared.Family ?? fact.Namespace!.Split('.')[^1].ToLowerInvariant();
    }

    /// <summary>The type of its facts.</summary>
    public Type Fact { get; }

    /// <summary>One of them, such as <c>decision</c>.</summary>
    public string Word { get; }

    /// <summary>Its part of an address, such as <c>decisions</c>.</summary>
    public string Plural { get; }

    /// <summary>Whether its list has an address of its own.</summary>
    public bool IsDaily { get; }

    /// <summary>Where its list is found behind <c>/api/v1/</c>.</summary>
    public string Address => IsDaily ? Plural : $"subjects/{Plural}";

    /// <summary>What it is, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>The types of its events.</summary>
    public IReadOnlyList<Type> Events { get; }

    /// <summary>The word by which the history is asked for its events.</summary>
    public string Family { get; }

    /// <summary>The type of the event that begins one.</summary>
    public Type Beginning => Events[0];

    /// <summary>The fact it is a part of, in whose stream its events are; null for a subject of its own.</summary>
    public Type? PartOf { get; }

    /// <summary>Whether it is a part of a subject.</summary>
    public bool IsPart => PartOf is not null;

    /// <summary>The sort of subject whose stream has its events: itself, unless it is a part.</summary>
    public FactKind Whole => PartOf is { } whole ? FactKinds.Of(whole) : this;

    /// <summary>What deciders remember of such a subject: the state that is created from its beginning, or else that of an observation; null of a part.</summary>
    public Type? State => IsPart ? null : SubjectStates.CreatedFrom(Beginning) ?? typeof(Observation<>).MakeGenericType(Beginning);

    /// <summary>What a person's facts hold of this sort, by valid time and id.</summary>
    public abstract IReadOnlyList<Fact> In(JournalFacts facts);

    internal abstract Fact? Fold(Fact? fact, object e, Guid id, Func<string?> source);
}

/// <summary>Every sort of fact, found among the types of the domain.</summary>
public static class FactKinds
{
    /// <summary>In the order of their words.</summary>
    public static IReadOnlyList<FactKind> All { get; } =
    [
        .. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
            .Select(fact => (FactKind)Activator.CreateInstance(typeof(FactKind<>).MakeGenericType(fact))!)
            .OrderBy(kind => kind.Word, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<Type, FactKind> ByFact = All.ToFrozenDictionary(kind => kind.Fact);

    private static readonly FrozenDictionary<Type, FactKind> ByEvent =
        All.SelectMany(kind => kind.Events, (kind, e) => KeyValuePair.Create(e, kind)).ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, FactKind> ByState = All.Where(kind => !kind.IsPart).ToFrozenDictionary(kind => kind.State!);

    private static readonly FrozenDictionary<string, FactKind> ByPlural = All.ToFrozenDictionary(kind => kind.Plural, StringComparer.Ordinal);

    /// <summary>The sort of a plural, such as <c>decisions</c>; null when there is none.</summary>
    public static FactKind? Find(string plural) => ByPlural.GetValueOrDefault(plural);

    /// <summary>The sort of a type of facts.</summary>
    public static FactKind Of(Type fact) => ByFact[fact];

    /// <summary>The sort of fact that events of a type are folded into; null when that depends on what is there, as with a retraction.</summary>
    public static FactKind? Folding(Type e) => ByEvent.GetValueOrDefault(e);

    /// <summary>The sort of subject that deciders remember by a type of state.</summary>
    public static FactKind Remembered(Type state) => ByState[state];

    /// <summary>The sort of subject that an event of a type begins; null when it begins none.</summary>
    public static FactKind? BegunBy(Type e) => Folding(e) is { IsPart: false } kind && kind.Beginning == e ? kind : null;
}

internal sealed class FactKind<TFact>() : FactKind(typeof(TFact))
    where TFact : Fact, IFact<TFact>
{
    public override IReadOnlyList<Fact> In(JournalFacts facts) => facts.Of<TFact>();

    // An event that came into the wrong stream leaves what is there as it is.
    internal override Fact? Fold(Fact? fact, object e, Guid id, Func<string?> source) =>
        fact is null or TFact ? TFact.Fold((TFact?)fact, e, id, source) : fact;
}
