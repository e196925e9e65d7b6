using System.CommandLine;
using Journal.Cli.Running;
using Journal.Entries;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>journal log TEXT</summary>
internal static class LogVerb
{
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "What you want to write down; - reads it from standard input." };
        var layer = new Option<Layer?>("--layer", "-l") { Description = "belief, thinking or execution.", CustomParser = Words.Perhaps<Layer> };
        var aim = new Option<Guid?>("--aim") { Description = "The aim it is about." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("log", "Write a journal entry.", [text, layer, aim, at, id], async (session, args, ct) =>
        {
            var written = args.GetValue(text) is "-" ? (await Console.In.ReadToEndAsync(ct)).TrimEnd() : args.GetValue(text)!;
            var author = await session.AuthorAsync("cli", ct);
            var command = new WriteEntry(written, args.GetValue(layer), args.GetValue(aim))
            {
                Id = args.GetValue(id) ?? Guid.Empty,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Logged", ct);
        });
    }
}
