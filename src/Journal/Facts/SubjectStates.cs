using System.Collections.Frozen;
using System.Reflection;
using JasperFx.Events.Projections;
using Journal.Recording;
using Marten;

namespace Journal.Facts;

/// <summary>What the deciders remember of their subjects, found by what they ask for.</summary>
internal static class SubjectStates
{
    private static readonly MethodInfo Add = typeof(SubjectStates).GetMethod(nameof(AddState), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The states of every decider.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(SubjectStates).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method is { Name: "Decide", IsGenericMethodDefinition: false } && method.ReturnType == typeof(Verdict))
            .Select(method => method.GetParameters()[1].ParameterType).Distinct(),
    ];

    private static readonly FrozenDictionary<Type, Type> ByBeginning = All.Where(state => !state.IsGenericType)
        .ToFrozenDictionary(state => state.GetMethod("From", BindingFlags.NonPublic | BindingFlags.Static)!.GetParameters()[0].ParameterType);

    /// <summary>The state that begins with events of a type; null when none of more than an observation does.</summary>
    public static Type? CreatedFrom(Type beginning) => ByBeginning.GetValueOrDefault(beginning);

    public static void Register(StoreOptions options)
    {
        foreach (var state in All)
            Add.MakeGenericMethod(state).Invoke(null, [options]);
    }

    // Where a history is long its state is kept, and only what came since is folded.
    private static void AddState<TState>(StoreOptions options)
        where TState : class, IState<TState> =>
        options.Projections.Add(new SubjectState<TState>(), typeof(TState).IsAssignableTo(typeof(ILongHistory)) ? ProjectionLifecycle.Async : ProjectionLifecycle.Live);
}
