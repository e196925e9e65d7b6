using System.CommandLine;
using Journal.Cli.Running;
using Journal.Interventions;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>journal intervention start, with its layers as options.</summary>
internal static class InterventionVerbs
{
    public static Command Create() =>
        CommandLine.Group("intervention", "What you change on purpose.", Start(), Subjects.List("intervention"));

    private static Command Start()
    {
        var title = new Argument<string>("title");
        var layers = new Option<Layer[]>("--layer", "-l") { Description = "The layers it aims at: belief, thinking, execution; may be repeated.", AllowMultipleArgumentsPerToken = true, CustomParser = Words.Many<Layer> };
        var aim = new Option<string?>("--aim") { Description = "The aim it serves: id or title." };
        var draw = new Option<int?>("--draw") { Description = "Draw the week it begins in among so many to come, 5 to 26: only then can chance be told from what it does." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("start", "Begin an intervention.", [title, layers, aim, draw, at, id], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new StartIntervention(
                args.GetValue(title)!,
                args.GetValue(layers) ?? [],
                args.GetValue(aim) is { } named ? await Subjects.FindAsync(session, "aim", named, ct) : null,
                args.GetValue(draw))
            {
                Id = args.GetValue(id) ?? Guid.Empty,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Started", ct);
        });
    }
}
