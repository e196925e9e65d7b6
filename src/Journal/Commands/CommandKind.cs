using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.Facts;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>Something that can be said of a sort of subject, by the same words over HTTP and in the terminal, as the <see cref="RouteAttribute"/> of its command declares it.</summary>
public abstract partial class CommandKind
{
    private protected CommandKind(Type command, Type state, FactKind about, RouteAttribute route)
    {
        var (method, address) = route.Address.Split(' ') is [var given, var behind] ? (given, behind) : ("POST", route.Address);
        (Command, State, About, Summary, Method, Example) = (command, state, about, route.Summary, method, route.Example);
        Address = address.Replace("{subject}", about.Plural, StringComparison.Ordinal);
        Subject = route.Subject ?? about.Word;
        Verb = route.Verb ?? Address.Split('/').Last(part => !part.StartsWith('{'));
        Begins = Address == about.Plural;
        Makes = route.Makes ?? (Begins ? $"{about.Address}/{{id}}" : null);
        TakesBack = command == typeof(RetractSubject) ? [about.Beginning] : route.TakesBack;
        Part = Address.Split('/').SingleOrDefault(part => part.StartsWith('{') && part != "{id}")?[1..^1];
        Name = Camel(route.Address.StartsWith("{subject}", StringComparison.Ordinal) ? command.Name.Replace("Subject", Capital(about.Word), StringComparison.Ordinal) : command.Name);
    }

    /// <summary>The one name it has, such as <c>amendEntry</c>.</summary>
    public string Name { get; }

    /// <summary>The word of what it is about, such as <c>entry</c>.</summary>
    public string Subject { get; }

    /// <summary>The word for what is done with it, such as <c>amend</c>.</summary>
    public string Verb { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>The method it is sent by.</summary>
    public string Method { get; }

    /// <summary>Its words as an address, such as <c>entries/{id}/amend</c>; behind <c>/api/v1/</c> it is sent there when it is <see cref="IsDaily"/>.</summary>
    public string Address { get; }

    /// <summary>A body as a person would send it; null when it has no address of its own.</summary>
    public string? Example { get; }

    /// <summary>Whether it is used so often that it has an address of its own; it can be sent to <c>/commands</c> all the same.</summary>
    public bool IsDaily => Example is not null;

    /// <summary>Whether it makes a new subject; else it is about one that is there.</summary>
    public bool Begins { get; }

    /// <summary>Where what it makes is found; null when it makes nothing that has an address.</summary>
    public string? Makes { get; }

    /// <summary>The member that names a part of the subject which is there already, such as <c>outcomeId</c>; it stands in the address. Null when it is about the whole.</summary>
    public string? Part { get; }

    /// <summary>The types of events that it takes back, as far as one command can.</summary>
    public IReadOnlyList<Type> TakesBack { get; }

    /// <summary>The sort of subject whose stream takes its events.</summary>
    public FactKind About { get; }

    /// <summary>The command's type.</summary>
    public Type Command { get; }

    /// <summary>The type of what its decider remembers of the subject.</summary>
    public Type State { get; }

    /// <summary>What a body may hold, besides the subject's id and the time.</summary>
    public IReadOnlyList<CommandMember> Members => field ??= [.. Command.GetConstructors()[0].GetParameters().Select(CommandMember.Of).Where(member => member.Name != Part)];

    /// <summary>Where what a command of this kind makes is found.</summary>
    public string? LocationOf(Command command) =>
        Makes is null ? null : Member().Replace(Makes, match => $"{Command.GetProperty(Capital(match.Groups[1].Value))!.GetValue(command)}");

    internal abstract Task<Decided> DecideAsync(SubjectWriter writer, RecordCommand message, bool again, CancellationToken ct);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex("{([A-Za-z]+)}")]
    private static partial Regex Member();
}

/// <summary>Commands of one type, with their decider.</summary>
public sealed class CommandKind<TCommand, TState> : CommandKind
    where TCommand : Command
    where TState : class, IState<TState>
{
    internal CommandKind(Func<TCommand, TState?, DateTimeOffset, Verdict> decide, FactKind about, RouteAttribute route)
        : base(typeof(TCommand), typeof(TState), about, route) => Decide = decide;

    /// <summary>Their decider.</summary>
    public Func<TCommand, TState?, DateTimeOffset, Verdict> Decide { get; }

    internal override Task<Decided> DecideAsync(SubjectWriter writer, RecordCommand message, bool again, CancellationToken ct) =>
        writer.DecideAsync(message, (TCommand)message.Command, Decide, again, ct);
}

/// <summary>One member of a command's body.</summary>
/// <param name="Name">In camelCase, as in the body.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether a body without it is refused. An id that is left out is made up.</param>
public sealed record CommandMember(string Name, Type Type, bool Required)
{
    /// <summary>Whether it is a list.</summary>
    public bool IsList => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>What it holds, or what the items of its list are; never a nullable type.</summary>
    public Type Item => IsList ? Type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(Type) ?? Type;

    internal static CommandMember Of(ParameterInfo parameter) => new(
        JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), parameter.ParameterType, !parameter.HasDefaultValue && parameter.ParameterType != typeof(Guid));
}
