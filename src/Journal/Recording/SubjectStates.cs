using System.Collections.Frozen;

namespace Journal.Recording;

/// <summary>The states of subjects that have more to remember than an observation has.</summary>
internal static class SubjectStates
{
    private static readonly FrozenDictionary<Type, Type> ByBeginning = typeof(IJournalEvent).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsGenericType: false } && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IState<>)))
        .ToFrozenDictionary(state => state.GetMethod("Create")!.GetParameters()[0].ParameterType);

    /// <summary>The state that is created from events of a type; null when none is.</summary>
    public static Type? CreatedFrom(Type beginning) => ByBeginning.GetValueOrDefault(beginning);
}
