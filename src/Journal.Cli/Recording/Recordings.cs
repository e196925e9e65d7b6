using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Commands;
using Journal.Recording;
using Spectre.Console;
using Command = Journal.Recording.Command;
using Recorder = Journal.Commands.Recorder;

namespace Journal.Cli.Recording;

/// <summary>Records one command and says what became of it: what every verb that logs something ends in.</summary>
internal static class Recordings
{
    public static Option<string?> When() => new("--at") { Description = "When it was: a date, a local time or an instant. Default: now." };

    public static Option<Guid?> NewId() => new("--id") { Description = "The id it shall have, so that repeating the same line is harmless." };

    /// <summary>Records a command of a type that is known here.</summary>
    public static Task<int> RecordAsync<TCommand>(Session session, Author author, TCommand command, string what, CancellationToken ct)
        where TCommand : Command => RecordAsync(session, author, CommandKinds.Of<TCommand>(), command, what, ct);

    /// <summary>Records a command.</summary>
    /// <param name="session">The run.</param>
    /// <param name="author">Who records.</param>
    /// <param name="kind">What is said of what.</param>
    /// <param name="command">What; an empty id becomes a new one.</param>
    /// <param name="what">How a person is told: "Logged".</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<int> RecordAsync(Session session, Author author, CommandKind kind, Command command, string what, CancellationToken ct)
    {
        var identified = command.Id == Guid.Empty ? command with { Id = Guid.CreateVersion7() } : command;
        var recording = await (await session.GetAsync<Recorder>(ct)).RecordAsync(author, kind, identified, null, ct);
        if (recording.Recorded is not { } recorded)
        {
            throw VerbException.Of(recording.Refusal!);
        }

        var events = recorded.Events.Select(e => new RecordedLine(e.Id, e.Type, e.OccurredAt, e.Position));
        session.Printer.Answer(new RecordedAnswer(recorded.Id, recorded.Version, [.. events]), AnswersJson.Default.RecordedAnswer, console =>
            console.MarkupLineInterpolated($"{(recorded.Events.Count > 0 ? what : "Nothing changed:")} [bold]{recorded.Id}[/]"));
        return ExitCode.Done;
    }
}

/// <param name="Version">The number of events the subject has now.</param>
internal sealed record RecordedAnswer(Guid Id, long Version, IReadOnlyList<RecordedLine> Events);

internal sealed record RecordedLine(Guid Id, string Type, DateTimeOffset OccurredAt, long Position);
