using System.CommandLine;
using Journal.Cli.Running;
using Journal.Web.Operations;
using Spectre.Console;

namespace Journal.Cli.Operating;

/// <summary>journal projections list | resume | replay-dead-letters | rebuild</summary>
internal static class ProjectionVerbs
{
    private const int Shown = 100;

    public static Command Create() => CommandLine.Group("projections", "What is kept up to date from the events, and what was left out.", List(), Resume(), ReplayDeadLetters(), Rebuild());

    private static Command List() => CommandLine.Verb("list", "Each projection: how far it is, and which events it left out.", [], async (session, _, ct) =>
    {
        var projections = await session.GetAsync<Projections>(ct);
        var answer = new ProjectionsAnswer(await projections.ListAsync(ct), await projections.LeftOutAsync(Shown, ct));
        session.Printer.Answer(answer, OperatingJson.Default.ProjectionsAnswer, console => Write(console, answer));
        return ExitCode.Done;
    });

    private static Command Resume() => CommandLine.Verb("resume", "Bring every projection to the end of the log; by the server where one runs, else from here.", [], async (session, _, ct) =>
    {
        var projections = await session.GetAsync<Projections>(ct);
        await projections.CatchUpAsync(ct);
        var answer = new ProjectionsAnswer(await projections.ListAsync(ct), []);
        session.Printer.Answer(answer, OperatingJson.Default.ProjectionsAnswer, console => Write(console, answer));
        return ExitCode.Done;
    });

    private static Command ReplayDeadLetters() => CommandLine.Verb("replay-dead-letters", "Try again what was left out, where it can be read by now.", [], async (session, _, ct) =>
    {
        var (tried, left) = await (await session.GetAsync<Projections>(ct)).ReplayDeadLettersAsync(ct);
        session.Printer.Answer(new ReplayedAnswer(tried, left), OperatingJson.Default.ReplayedAnswer, console => console.WriteLine($"{tried} tried again; {left} still cannot be read."));
        return ExitCode.Done;
    });

    private static Command Rebuild()
    {
        var name = new Argument<string?>("name") { Description = "Which; all when left out.", Arity = ArgumentArity.ZeroOrOne };
        return CommandLine.Verb("rebuild", "Make projections anew from the events.", [name], async (session, args, ct) =>
        {
            var projections = await session.GetAsync<Projections>(ct);
            var position = await projections.RebuildAsync(args.GetValue(name), ct)
                ?? throw new VerbException(ExitCode.NotFound, "projection.unknown", $"There is no such projection; there are {string.Join(", ", (await projections.ListAsync(ct)).Select(one => one.Name))}.");
            session.Printer.Answer(new RebuildAnswer(position), OperatingJson.Default.RebuildAnswer, console => console.WriteLine($"Rebuilt from the events up to position {position}."));
            return ExitCode.Done;
        });
    }

    private static void Write(IAnsiConsole console, ProjectionsAnswer answer)
    {
        var table = new Table().AddColumns("projection", "version", "position", "behind", "left out");
        foreach (var one in answer.Projections)
        {
            table.AddRow(one.Name, $"{one.Version}", $"{one.Position}", $"{one.Behind}", $"{one.LeftOut}");
        }

        console.Write(table);
        foreach (var one in answer.LeftOut)
        {
            console.WriteLine($"! {one.Projection} left out position {one.Position} of person {one.Person ?? "unknown"}: {one.Reason}");
        }
    }
}

internal sealed record ProjectionsAnswer(IReadOnlyList<ProjectionState> Projections, IReadOnlyList<LeftOut> LeftOut);

/// <param name="Tried">How many were tried again.</param>
/// <param name="Left">How many still cannot be read.</param>
internal sealed record ReplayedAnswer(int Tried, int Left);
