using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Exporting;
using Spectre.Console;

namespace Journal.Cli.Importing;

/// <summary>journal export [FILE]</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "Where to; standard output when left out. A file that is there is kept.", Arity = ArgumentArity.ZeroOrOne };
        var form = new Option<string>("--format") { Description = "ndjson, which can be imported again; or an archive: markdown by day, csv or json by kind.", DefaultValueFactory = _ => "ndjson" };
        form.AcceptOnlyFromAmong([.. Enum.GetNames<ExportForm>().Select(name => name.ToLowerInvariant())]);
        return CommandLine.Verb("export", "Write a person's whole journal as a readable file.", [file, form], async (session, args, ct) =>
        {
            var person = await session.ReaderAsync(ct);
            var asked = Enum.Parse<ExportForm>(args.GetValue(form)!, ignoreCase: true);
            await using var output = Open(args.GetValue(file));
            if (person.Id != Guid.Empty)
                await (await session.GetAsync<AuditTrail>(ct)).NoteAsync(person.Id, AuditAct.Exported, null, AuditSource.Terminal, ct);
            if (asked != ExportForm.Ndjson)
                return await WriteAsync(session, person, asked, output, ct);
            var export = await session.GetAsync<JournalExport>(ct);
            var (events, unreadable) = await export.WriteAsync(person, output, ct);
            Printer.Messages.WriteLine(unreadable == 0 ? $"{events} events." : $"{events} events; {unreadable} more could not be read by this version and are not in the file.");
            return ExitCode.Done;
        });
    }

    private static async Task<int> WriteAsync(Session session, Person person, ExportForm form, Stream output, CancellationToken ct)
    {
        await (await session.GetAsync<JournalArchive>(ct)).WriteAsync(person, form, output, ct);
        return ExitCode.Done;
    }

    private static Stream Open(string? file)
    {
        try
        {
            return file is null ? Terminal.OpenOutput() : new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCode.Refused, "export.file", $"The file cannot be written: {e.Message}");
        }
    }
}
