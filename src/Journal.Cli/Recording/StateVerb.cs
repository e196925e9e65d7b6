using System.CommandLine;
using Journal.Cli.Running;
using Journal.States;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>journal state --energy 5 ...</summary>
internal static class StateVerb
{
    public static Command Create()
    {
        var (energy, motivation, confidence) = (Rating("--energy"), Rating("--motivation"), Rating("--confidence"));
        var (doubt, frustration) = (Rating("--doubt"), Rating("--frustration"));
        var enforcement = new Option<int?>("--enforcement") { Description = "-3 (it carries me) to 3 (I force myself)." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("state", "How you are, in one or more ratings.", [energy, motivation, confidence, doubt, frustration, enforcement, at, id], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new SampleState(
                args.GetValue(energy),
                args.GetValue(motivation),
                args.GetValue(confidence),
                args.GetValue(doubt),
                args.GetValue(frustration),
                args.GetValue(enforcement))
            {
                Id = args.GetValue(id) ?? Guid.Empty,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Sampled", ct);
        });
    }

    private static Option<int?> Rating(string name) => new(name) { Description = "1 (none) to 7." };
}
