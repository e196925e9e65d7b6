using System.Text.Json;
using Journal.Recording;
using Journal.Web.Http;

namespace Journal.Web.Subjects;

/// <summary>Something that can be said of a sort of subject, by the same word over HTTP and on the command line.</summary>
/// <param name="verb">The word, such as <c>open</c>.</param>
/// <param name="summary">What it does, in one sentence.</param>
/// <param name="begins">Whether it makes a new subject; else it is about one that is there.</param>
/// <param name="part">The member that names a part of the subject which is there already, such as <c>outcomeId</c>; null when it is about the whole.</param>
public abstract class CommandKind(string verb, string summary, bool begins, string? part)
{
    /// <summary>The word, such as <c>open</c>; also the last part of its address, unless it begins a subject.</summary>
    public string Verb => verb;

    /// <summary>What it does, in one sentence.</summary>
    public string Summary => summary;

    /// <summary>Whether it makes a new subject.</summary>
    public bool Begins => begins;

    /// <summary>The member that names a part of the subject; it stands in the address, behind the verb. Null when the command is about the whole.</summary>
    public string? Part => part;

    /// <summary>The command's type: its name is the operation's name.</summary>
    public abstract Type Command { get; }

    /// <summary>What a body may hold, besides the subject's id and the time.</summary>
    public abstract IReadOnlyList<CommandMember> Members { get; }

    internal abstract void Show(ISubjectSurface surface, SubjectKind subject);
}

/// <summary>A command of one type, with its decider.</summary>
/// <param name="verb">The word.</param>
/// <param name="summary">What it does.</param>
/// <param name="begins">Whether it makes a new subject.</param>
/// <param name="part">The member that names a part of the subject, if any.</param>
/// <param name="decide">Its decider.</param>
public sealed class CommandKind<TCommand, TState>(string verb, string summary, bool begins, string? part, Func<TCommand, TState?, DateTimeOffset, Verdict> decide)
    : CommandKind(verb, summary, begins, part)
    where TCommand : Command
    where TState : class, IState<TState>
{
    /// <summary>Its decider.</summary>
    public Func<TCommand, TState?, DateTimeOffset, Verdict> Decide => decide;

    public override Type Command => typeof(TCommand);

    public override IReadOnlyList<CommandMember> Members =>
        [.. CommandsJson.Of<TCommand>().Properties.Where(p => p.Name is not ("id" or "occurredAt") && p.Name != Part).Select(p => new CommandMember(p.Name, p.PropertyType, CommandReader.IsRequired(p)))];

    /// <summary>Makes the command of a body, as a request over HTTP would.</summary>
    /// <param name="body">A JSON object.</param>
    /// <param name="address">The ids that an address would hold: that of the subject, unless the command begins one, and of its part.</param>
    /// <param name="zone">The zone in which its times are meant.</param>
    public (TCommand? Command, Refusal? Refusal) Read(JsonElement body, IReadOnlyDictionary<string, Guid> address, TimeZoneInfo zone) =>
        new CommandReader(address, zone, _ => Guid.CreateVersion7()).Read(CommandsJson.Of<TCommand>(), body);

    internal override void Show(ISubjectSurface surface, SubjectKind subject) => surface.Show(subject, this);
}

/// <summary>One member of a command's body.</summary>
/// <param name="Name">In camelCase, as in the body.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether a body without it is refused.</param>
public sealed record CommandMember(string Name, Type Type, bool Required)
{
    /// <summary>Whether it is a list.</summary>
    public bool IsList => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>What it holds, or what the items of its list are; never a nullable type.</summary>
    public Type Item => IsList ? Type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(Type) ?? Type;
}
