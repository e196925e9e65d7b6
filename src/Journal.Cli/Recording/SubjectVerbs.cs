using System.CommandLine;
using Journal.Cli.Running;
using Journal.Commands;
using Journal.Facts;
using Journal.Web.Http;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>Every sort of subject in the terminal, by the words the API has: journal decision open QUESTION.</summary>
internal static class SubjectVerbs
{
    /// <param name="asked">The words of this call: only the verbs they name are built whole, which would else cost every call its start.</param>
    /// <param name="nicer">Verbs that are written for people: they stand in the place of those made here.</param>
    public static IReadOnlyList<Command> AddTo(string[] asked, params IReadOnlyList<Command> nicer)
    {
        var groups = nicer.ToDictionary(group => group.Name);
        foreach (var kind in FactKinds.All.Where(kind => !kind.IsPart && !groups.ContainsKey(kind.Word)))
            groups.Add(kind.Word, CommandLine.Group(kind.Word, kind.Summary, Subjects.List(kind.Word)));
        foreach (var kind in CommandKinds.All)
        {
            var group = groups[kind.Subject];
            if (group.Subcommands.All(verb => verb.Name != kind.Verb))
                group.Subcommands.Add(asked.Contains(kind.Subject) ? Verb(kind) : new Command(kind.Verb, kind.Summary));
        }

        return [.. groups.Values];
    }

    /// <summary>One command as a verb.</summary>
    public static Command Verb(CommandKind kind)
    {
        var subject = kind.Begins ? null : new Argument<string>(kind.About.Word) { Description = Subjects.Ways };
        var part = kind.Part is { } name ? new Argument<string>(name) { Description = "Its id, short or whole." } : null;
        var (at, id) = (Recordings.When(), kind.Begins ? Recordings.NewId() : null);
        var members = kind.Members.Select(member => new MemberSymbol(member)).ToList();
        IEnumerable<Symbol?> parts = [subject, part, .. members.Select(member => member.Symbol), at, id];
        return CommandLine.Verb(kind.Verb, kind.Summary, parts.OfType<Symbol>(), async (session, args, ct) =>
        {
            var author = kind.Begins ? await session.AuthorAsync("cli", ct) : await session.ReadingAuthorAsync(ct);
            var address = new Dictionary<string, Guid>();
            string? title = null;
            if (subject is not null)
            {
                var (found, called) = await Subjects.FindNamedAsync(session, kind.About.Word, args.GetValue(subject)!, ct);
                address.Add("id", found);
                title = called;
            }
            else if (args.GetValue(id!) is { } chosen)
                address.Add("id", chosen);
            if (part is not null)
                address.Add(kind.Part!, await Subjects.FindAnyAsync(session, args.GetValue(part)!, ct));

            var reader = new BodyReader(address, author.Zone, _ => Guid.CreateVersion7());
            var (read, refusal) = reader.Read(kind, await MemberSymbol.BodyAsync(session, args, members, author, ct));
            return read is null
                ? throw VerbException.Of(refusal!)
                : await Recordings.RecordAsync(session, author, kind, read with { OccurredAt = Session.At(args.GetValue(at), author) }, "Recorded", ct, title);
        });
    }
}
