using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Sealing;
using Journal.Web.Access;

namespace Journal.Cli.Backup;

/// <summary>journal backup FILE and journal restore FILE</summary>
internal static class BackupVerbs
{
    public static IEnumerable<Command> Create() => [Backup(), Restore()];

    /// <summary>The backups of the journal that a line is about.</summary>
    public static async Task<Backups> OfAsync(Session session, CancellationToken ct) => new(await session.ConnectionStringAsync(ct), await session.ServerConnectionStringAsync(ct));

    private static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "Where to. A file that is there is kept." };
        return CommandLine.Verb("backup", "Write everybody's journal to one file, while it is in use, and prove it by restoring it beside.", [file], async (session, args, ct) =>
        {
            var written = await (await OfAsync(session, ct)).WriteAsync(args.GetValue(file)!, ct);
            session.Printer.Answer(written, BackupJson.Default.BackupAnswer, console => console.Say(
                $"Written: {written.Events} events, {Math.Max(1, written.Bytes >> 10)} KiB. "
                + (written.Checked ? "Restored beside the journal, every row was found equal." : "Not tried out: this account may not make a database to restore it into.")));
            return ExitCode.Done;
        });
    }

    private static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "What journal backup wrote." };
        return CommandLine.Verb("restore", "Bring a backup back, into a database that holds no journal.", [file], async (session, args, ct) =>
        {
            var backups = await OfAsync(session, ct);
            var events = await backups.RestoreAsync(args.GetValue(file)!, ct);
            // Opening it brings its tables up to date where the file is of an older version, and looks whether the server key is the one of its words.
            try
            {
                await session.GetAsync<PeopleRegistry>(ct);
            }
            catch (SealingException key)
            {
                await backups.TakeBackAsync(CancellationToken.None);
                throw new VerbException(ExitCode.Refused, key.Code, $"Nothing was restored. {key.Message}");
            }

            var people = await (await session.GetAsync<PeopleRegistry>(ct)).ListAsync(ct);
            session.Printer.Answer(new RestoreAnswer(events), BackupJson.Default.RestoreAnswer, console => console.Say($"Restored: {events} events, people: {string.Join(", ", people.Select(person => person.Handle))}."));
            return ExitCode.Done;
        });
    }
}
