using System.Collections.Frozen;
using System.Reflection;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>Everything that can be recorded: the commands that the domain's deciders take, found among its types.</summary>
public static class CommandKinds
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>By subject; of each, what begins one first, then in the order of declaration.</summary>
    public static IReadOnlyList<CommandKind> All { get; } =
    [
        .. typeof(Command).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method => method.Name == "Decide" && method.ReturnType == typeof(Verdict))
            .SelectMany(Closed).Select(Of)
            .OrderBy(kind => kind.Subject, StringComparer.Ordinal).ThenByDescending(kind => kind.Begins).ThenBy(kind => kind.Command.MetadataToken),
    ];

    private static readonly FrozenDictionary<string, CommandKind> ByName = All.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string Subject, string Verb), CommandKind> ByWords = All.ToFrozenDictionary(kind => (kind.Subject, kind.Verb));

    /// <summary>The kind of a name, such as <c>amendEntry</c>; null when there is none.</summary>
    public static CommandKind? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The kind of a subject's word and a verb, such as <c>entry</c> and <c>amend</c>; null when there is none.</summary>
    public static CommandKind? Of(string subject, string verb) => ByWords.GetValueOrDefault((subject, verb));

    /// <summary>The kind of a type of commands. Retractions of whole subjects are told apart by their subject's word.</summary>
    public static CommandKind Of<TCommand>()
        where TCommand : Command => All.Single(kind => kind.Command == typeof(TCommand));

    // What decides for every subject alike is asked for each that it takes.
    private static IEnumerable<MethodInfo> Closed(MethodInfo decide) => !decide.IsGenericMethodDefinition ? [decide]
        : FactKinds.All.Select(kind => kind.State).OfType<Type>().Where(state => Takes(decide, state)).Select(state => decide.MakeGenericMethod(state));

    private static bool Takes(MethodInfo decide, Type state) =>
        !decide.GetGenericArguments()[0].GetGenericParameterConstraints().Contains(typeof(IRetractable)) || state.IsAssignableTo(typeof(IRetractable));

    private static CommandKind Of(MethodInfo decide)
    {
        var (command, state) = (decide.GetParameters()[0].ParameterType, decide.GetParameters()[1].ParameterType);
        var route = command.GetCustomAttribute<RouteAttribute>() ?? throw new InvalidOperationException($"{command.Name} does not say where it is sent.");
        return (CommandKind)Activator.CreateInstance(
            typeof(CommandKind<,>).MakeGenericType(command, state),
            Hidden,
            binder: null,
            [decide.CreateDelegate(typeof(Func<,,,>).MakeGenericType(command, state, typeof(DateTimeOffset), typeof(Verdict))), FactKinds.Remembered(state), route],
            culture: null)!;
    }
}
