using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Commands;
using Journal.Facts;
using Journal.Recording;
using Command = Journal.Recording.Command;
using Recorder = Journal.Commands.Recorder;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Recording;

/// <summary>Records one command and says what became of it: what every verb that logs something ends in.</summary>
internal static class Recordings
{
    public static Option<string?> When() => new("--at") { Description = "When it was: a date, 07:30, yesterday, mon, -2d, or an instant with its offset. Default: now." };

    public static Option<Guid?> NewId() => new("--id") { Description = "The id it shall have, so that repeating the same line is harmless." };

    /// <summary>Records a command of a type that is known here.</summary>
    public static Task<int> RecordAsync<TCommand>(Session session, Author author, TCommand command, string what, CancellationToken ct, string? about = null)
        where TCommand : Command => RecordAsync(session, author, CommandKinds.Of<TCommand>(), command, what, ct, about);

    /// <summary>Records a command.</summary>
    /// <param name="session">The run.</param>
    /// <param name="author">Who records.</param>
    /// <param name="kind">What is said of what.</param>
    /// <param name="command">What; an empty id becomes a new one.</param>
    /// <param name="what">How a person is told: "Logged".</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="about">What its subject is called; that of the event itself when left out.</param>
    /// <param name="instead">What a person is told instead.</param>
    public static async Task<int> RecordAsync(Session session, Author author, CommandKind kind, Command command, string what, CancellationToken ct, string? about = null, string? instead = null)
    {
        var line = Terminal.TakeLine();
        var identified = command.Id == Guid.Empty ? command with { Id = line ?? Guid.CreateVersion7() } : command;
        var recording = await (await session.GetAsync<Recorder>(ct)).RecordAsync(author, kind, identified, line is { } id ? new(id.ToString("N")) : null, ct);
        if (recording.Recorded is not { } recorded)
        {
            throw VerbException.Of(recording.Refusal!);
        }

        var events = recorded.Events.Select(e => new RecordedLine(e.Id, e.Type, e.OccurredAt, e.Position));
        session.Printer.Answer(new RecordedAnswer(recorded.Id, recorded.Version, [.. events]), RecordingJson.Default.RecordedAnswer, console =>
            console.Say(instead ?? (recorded.Events is [var e, ..] ? InWords(what, e, about) : $"Nothing changed: {Saying.Short(recorded.Id)}")));
        return ExitCode.Done;
    }

    /// <summary>An event in one line: what it is called, when it was, what was said of it, and its short id.</summary>
    public static string InWords(string what, RecordedEvent e, string? about)
    {
        var members = e.Data.GetType().GetProperties().Where(member => member.GetIndexParameters().Length == 0).Select(member => (member, Value: member.GetValue(e.Data))).ToList();
        var text = members.FirstOrDefault(one => one.Value is string && one.member.GetCustomAttribute<PersonalAttribute>() is not null).Value as string;
        IEnumerable<string?> parts =
        [
            about is null ? text is null ? null : $"“{Saying.Glance(text)}”" : Saying.Glance(about),
            Moment(e.OccurredAt),
            .. members.Select(one => Said(one.member.Name, one.Value)),
            about is null || text is null ? null : $"“{Saying.Glance(text)}”",
        ];
        var id = e.Data is IPartOf part ? part.PartId : e.Stream;
        return $"{what}: {string.Join(", ", parts.OfType<string>())}  [{Saying.Short(id)}]";
    }

    private static string Moment(DateTimeOffset at) => at.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string? Said(string member, object? value) => value switch
    {
        int number => $"{Words(member)} {number}",
        double number => $"{Words(member)} {Text.Plain(number)}",
        Enum word => $"{Words(member)} {Words(word.ToString())}",
        bool yes => $"{Words(member)}: {(yes ? "yes" : "no")}",
        DateTimeOffset at when member != nameof(IJournalEvent.OccurredAt) => $"{Words(member)} {Moment(at)}",
        _ => null,
    };

    private static string Words(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
}

/// <param name="Version">The number of events the subject has now.</param>
internal sealed record RecordedAnswer(Guid Id, long Version, IReadOnlyList<RecordedLine> Events);

internal sealed record RecordedLine(Guid Id, string Type, DateTimeOffset OccurredAt, long Position);
