using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Subjects;

/// <summary>A sort of subject, by what people call it and what can be said of it.</summary>
/// <param name="word">One of them, such as <c>decision</c>: in refusals, on the command line, and the kind of its facts.</param>
/// <param name="plural">Its part of an address, such as <c>decisions</c>.</param>
/// <param name="summary">What such a subject is, in one sentence.</param>
/// <param name="beginning">The type of the event that every such stream begins with.</param>
public abstract class SubjectKind(string word, string plural, string summary, Type beginning)
{
    /// <summary>One of them, such as <c>decision</c>.</summary>
    public string Word => word;

    /// <summary>Its part of an address, such as <c>decisions</c>.</summary>
    public string Plural => plural;

    /// <summary>What such a subject is.</summary>
    public string Summary => summary;

    /// <summary>The type of the event that begins one.</summary>
    public Type Beginning => beginning;

    /// <summary>Whether its list and its other commands are shown elsewhere; then these are added to them.</summary>
    public bool Extends { get; init; }

    /// <summary>What can be said of it, in the order it is listed in.</summary>
    public abstract IReadOnlyList<CommandKind> Commands { get; }

    internal abstract void Show(ISubjectSurface surface);
}

/// <summary>A sort of subject with its state and its facts.</summary>
/// <param name="word">One of them.</param>
/// <param name="plural">Its part of an address.</param>
/// <param name="summary">What such a subject is.</param>
/// <param name="beginning">The type of the event that begins one.</param>
public sealed class SubjectKind<TState, TFact>(string word, string plural, string summary, Type beginning) : SubjectKind(word, plural, summary, beginning)
    where TState : class, IState<TState>
    where TFact : Fact
{
    private readonly List<CommandKind> commands = [];

    public override IReadOnlyList<CommandKind> Commands => commands;

    /// <summary>Adds the command that makes one.</summary>
    public SubjectKind<TState, TFact> Begin<TCommand>(string verb, string summary, Func<TCommand, TState?, DateTimeOffset, Verdict> decide)
        where TCommand : Command => Add(new CommandKind<TCommand, TState>(verb, summary, begins: true, part: null, decide));

    /// <summary>Adds a command about one that is there.</summary>
    /// <param name="verb">Its word.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="decide">Its decider.</param>
    /// <param name="part">The member that names a part of the subject which is there already.</param>
    public SubjectKind<TState, TFact> Then<TCommand>(string verb, string summary, Func<TCommand, TState?, DateTimeOffset, Verdict> decide, string? part = null)
        where TCommand : Command => Add(new CommandKind<TCommand, TState>(verb, summary, begins: false, part, decide));

    internal override void Show(ISubjectSurface surface) => surface.Show(this);

    private SubjectKind<TState, TFact> Add(CommandKind command)
    {
        commands.Add(command);
        return this;
    }
}
