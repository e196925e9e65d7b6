using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;
using Journal.Web.Sharing;

namespace Journal.Cli.Operating;

/// <summary>journal comments | comment | uncomment</summary>
internal static class CommentVerbs
{
    private const int Shown = 100;

    public static IEnumerable<Command> Create() => [List(), Write(), Delete()];

    private static Command List()
    {
        var by = new Option<string?>("--by") { Description = "Only those of who has this handle." };
        var about = new Option<string?>("--about") { Description = "Only those about this subject or event, by id, or about the report of this name." };
        var on = On("Your own on the journal of who has this handle, instead.");
        return CommandLine.Verb("comments", "What those wrote whom you let comment, newest first.", [by, about, on], async (session, args, ct) =>
        {
            var person = await session.ReaderAsync(ct);
            var comments = args.GetValue(on) is { } handle
                ? await OwnAsync(session, person, handle, ct)
                : await (await session.GetAsync<CommentsReceived>(ct)).ListAsync(person.Id, args.GetValue(by), args.GetValue(about), null, Shown, ct);
            Say(session, comments, comments.Count == 0 ? "No comments." : null);
            return ExitCode.Done;
        });
    }

    private static Command Write()
    {
        var handle = new Argument<string>("handle") { Description = "Whose journal: somebody who lets you comment." };
        var about = new Argument<string>("about") { Description = "The id of a subject or an event that is shared with you, or the name of a report." };
        var words = new Argument<string[]>("text") { Description = "What you want to say, quotes or not.", Arity = ArgumentArity.OneOrMore };
        return CommandLine.Verb("comment", "Say something about what somebody shares with you.", [handle, about, words], async (session, args, ct) =>
        {
            var (person, comments) = (await session.OwnerAsync(ct), await session.GetAsync<OwnComments>(ct));
            var owner = await GiverAsync(session, args.GetValue(handle)!, ct);
            var (comment, refusal) = await comments.WriteAsync(person, owner, new(args.GetValue(about), string.Join(' ', args.GetValue(words)!)), null, ct);
            Say(session, [comment ?? throw VerbException.Of(refusal!)], null);
            return ExitCode.Done;
        });
    }

    private static Command Delete()
    {
        var id = new Argument<Guid>("id") { Description = "The comment." };
        var on = On("It is your own, on the journal of who has this handle.");
        return CommandLine.Verb("uncomment", "Take away a comment on your journal, or one of yours.", [id, on], async (session, args, ct) =>
        {
            var person = await session.OwnerAsync(ct);
            var refusal = args.GetValue(on) is { } handle
                ? await (await session.GetAsync<OwnComments>(ct)).DeleteAsync(person.Id, await GiverAsync(session, handle, ct), args.GetValue(id), ct)
                : await (await session.GetAsync<CommentsReceived>(ct)).DeleteAsync(person.Id, args.GetValue(id), ct) ? null : OwnComments.Missing;
            if (refusal is not null)
            {
                throw VerbException.Of(refusal);
            }

            session.Printer.Answer(new CommentsAnswer([]), OperatingJson.Default.CommentsAnswer, console => console.Say("It is gone."));
            return ExitCode.Done;
        });
    }

    private static Option<string?> On(string description) => new("--on") { Description = description };

    private static async Task<IReadOnlyList<CommentLine>> OwnAsync(Session session, Person person, string handle, CancellationToken ct)
    {
        var (comments, refusal) = await (await session.GetAsync<OwnComments>(ct)).ListAsync(person, await GiverAsync(session, handle, ct), ct);
        return refusal is null ? comments : throw VerbException.Of(refusal);
    }

    // Somebody who is not there is answered as somebody who shares nothing.
    private static async Task<Guid> GiverAsync(Session session, string handle, CancellationToken ct) =>
        (await (await session.GetAsync<PeopleRegistry>(ct)).FindAsync(handle, ct))?.Id ?? throw VerbException.Of(SharedJournals.Unknown);

    private static void Say(Session session, IReadOnlyList<CommentLine> comments, string? otherwise) => session.Printer.Answer(new CommentsAnswer(comments), OperatingJson.Default.CommentsAnswer, console =>
    {
        foreach (var one in comments)
        {
            console.Say($"{one.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {one.Person ?? "somebody who is no longer here"}  {one.Report ?? one.Title ?? "something without a name"}  [{one.Id:D}]");
            console.Say($"  {one.Text}");
        }

        if (otherwise is not null)
        {
            console.Say(otherwise);
        }
    });
}

internal sealed record CommentsAnswer(IReadOnlyList<CommentLine> Comments);
