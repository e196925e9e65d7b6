using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Entries;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>journal log WORDS</summary>
internal static class LogVerb
{
    public static Command Create()
    {
        var words = new Argument<string[]>("text") { Description = "What you want to write down, quotes or not; - reads it from standard input. Without any your editor opens.", Arity = ArgumentArity.ZeroOrMore };
        var layer = new Option<Layer?>("--layer", "-l") { Description = "belief, thinking or execution.", CustomParser = Words.Perhaps<Layer> };
        var aim = new Option<string?>("--aim") { Description = "The aim it is about: id or title." };
        var tags = new Option<string[]>("--tag") { Description = "A word it is sorted by; may be repeated." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("log", "Write a journal entry.", [words, layer, aim, tags, at, id], async (session, args, ct) =>
        {
            if (args.GetValue(words) is null or [] or ["-"])
            {
                Terminal.StayHome();
            }

            var written = args.GetValue(words) switch
            {
                null or [] when Editor.IsThere => await Editor.WriteAsync(ct),
                null or [] => throw new VerbException(ExitCode.Usage, "usage", "Say what to write down: journal log WORDS, or journal log - for what standard input holds."),
                ["-"] => (await Utf8Input.ReadAsync(ct)).TrimEnd(),
                var given => string.Join(' ', given),
            };
            var author = await session.AuthorAsync("cli", ct);
            var command = new WriteEntry(written, args.GetValue(layer), await Subjects.AimAsync(session, args.GetValue(aim), ct), args.GetValue(tags) is { Length: > 0 } sorted ? sorted : null)
            {
                Id = args.GetValue(id) ?? Guid.Empty,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Logged", ct);
        });
    }
}
