using System.CommandLine;
using Command = System.CommandLine.Command;
using Journal.Cli.Running;
using Journal.Recording;
using Journal.Web.Subjects;

namespace Journal.Cli.Recording;

/// <summary>Every sort of subject on the command line, by the words the API has: journal decision open QUESTION.</summary>
/// <param name="asked">The words of this call: only the verbs they name are built whole, which would else cost every call its start.</param>
/// <param name="groups">The verbs so far: what extends one of them is added to it, and other sorts of subject get a group of their own.</param>
internal sealed class SubjectVerbs(IReadOnlyCollection<string> asked, List<Command> groups) : ISubjectSurface
{
    public static IReadOnlyList<Command> AddTo(string[] args, params List<Command> groups)
    {
        JournalSubjects.ShowOn(new SubjectVerbs(args, groups));
        return groups;
    }

    /// <summary>One command as a verb.</summary>
    public static Command Verb<TCommand, TState>(string word, CommandKind<TCommand, TState> command)
        where TCommand : Journal.Recording.Command
        where TState : class, IState<TState>
    {
        var subject = command.Begins ? null : new Argument<string>(word) { Description = "Its id, or the beginning of its title." };
        var part = command.Part is { } name ? new Argument<Guid>(name) { Description = "Its id." } : null;
        var (at, id) = (Recordings.When(), command.Begins ? Recordings.NewId() : null);
        var members = command.Members.Select(member => new MemberSymbol(member)).ToList();
        IEnumerable<Symbol?> parts = [subject, part, .. members.Select(member => member.Symbol), at, id];
        return CommandLine.Verb(command.Verb, command.Summary, parts.OfType<Symbol>(), async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var about = subject is null ? (Guid?)null : await Subjects.FindAsync(session, word, args.GetValue(subject)!, ct);
            var address = new Dictionary<string, Guid>();
            if (about is { } one)
            {
                address.Add("id", one);
            }

            if (part is not null)
            {
                address.Add(command.Part!, args.GetValue(part));
            }

            var (read, refusal) = command.Read(await MemberSymbol.BodyAsync(session, args, members, ct), address, author.Zone);
            if (read is null)
            {
                throw VerbException.Of(refusal!);
            }

            var placed = (TCommand)((Journal.Recording.Command)read with { Id = about ?? args.GetValue(id!) ?? Guid.CreateVersion7(), OccurredAt = Session.At(args.GetValue(at), author) });
            return await Recordings.RecordAsync(session, author, placed, command.Decide, "Recorded", ct);
        });
    }

    public void Show<TState, TFact>(SubjectKind<TState, TFact> subject)
        where TState : class, IState<TState>
        where TFact : Journal.Facts.Fact =>
        groups.Add(CommandLine.Group(subject.Word, subject.Summary, Subjects.List(subject.Word)));

    public void Show<TCommand, TState>(SubjectKind subject, CommandKind<TCommand, TState> command)
        where TCommand : Journal.Recording.Command
        where TState : class, IState<TState>
    {
        var verb = asked.Contains(subject.Word) ? Verb(subject.Word, command) : new Command(command.Verb, command.Summary);
        groups.Single(group => group.Name == subject.Word).Subcommands.Add(verb);
    }
}
