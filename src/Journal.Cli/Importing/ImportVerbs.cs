using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Interchange;
using Journal.Web.Interchange.JournalFiles;
using Spectre.Console;

namespace Journal.Cli.Importing;

/// <summary>journal import FORMAT FILE</summary>
internal static class ImportVerbs
{
    private const string Name = "import";

    /// <param name="asked">The words of this call: importers are looked for only when it is about them.</param>
    public static Command Create(string[] asked) =>
        CommandLine.Group(Name, "Bring in what was recorded elsewhere.", asked.Contains(Name) ? [.. Importers.All.Select(Practices), Events()] : []);

    private static Command Practices(IImporter importer)
    {
        var (file, dry) = (new Argument<string>("file") { Description = importer.File }, DryRun());
        return CommandLine.Verb(importer.Name, importer.Summary, [file, dry], async (session, args, ct) =>
        {
            var path = args.GetValue(file)!;

            // A file that cannot be read must not leave a person behind, and neither must a trial.
            importer.Read(path, new(Guid.Empty, TimeZoneInfo.Utc, Name), TimeProvider.System.GetUtcNow(), ct);
            var author = args.GetValue(dry) ? await session.ReadingAuthorAsync(ct, Name, mayBeNew: true) : await session.AuthorAsync(Name, ct);
            var import = await session.GetAsync<PracticeImport>(ct);
            var summary = await Printer.WatchAsync("Importing", watch => import.RunAsync(importer, author, path, args.GetValue(dry), (done, of) => watch(done, of), ct));
            session.Printer.Answer(summary, ImportingJson.Default.ImportSummary, console => Write(console, summary));
            return ExitCode.Done;
        });
    }

    private static Command Events()
    {
        var (file, dry) = (new Argument<string>("file") { Description = "A journal file, as journal export writes it." }, DryRun());
        return CommandLine.Verb("events", "Import a journal file. Running it again adds only what is missing.", [file, dry], async (session, args, ct) =>
        {
            var path = args.GetValue(file)!;
            await NdjsonImport.ReadHeaderAsync(path, ct);
            var person = args.GetValue(dry) ? await session.ReaderAsync(ct, mayBeNew: true) : await session.PersonAsync(ct);
            var import = await session.GetAsync<NdjsonImport>(ct);
            var summary = await Printer.WatchAsync("Importing", watch => import.RunAsync(person.Id, path, args.GetValue(dry), (done, of) => watch(done, of), ct));
            session.Printer.Answer(summary, ImportingJson.Default.ImportSummary, console => Write(console, summary));
            return ExitCode.Done;
        });
    }

    private static Option<bool> DryRun() => new("--dry-run") { Description = "Say what would happen and store nothing." };

    private static void Write(IAnsiConsole console, ImportSummary summary)
    {
        if (summary.Practices.Count > 0)
        {
            console.Write(Practices(summary));
        }

        console.Say($"{summary.Rows} rows: {summary.Created} created, {summary.Changed} changed, {summary.Duplicate} duplicate, {summary.Skipped} skipped{(summary.TakenBack > 0 ? $"; {summary.TakenBack} days that the source has no more taken back" : "")}{(summary.DryRun ? " (dry run: nothing was stored)" : "")}.");
        foreach (var (reason, count) in summary.Reasons)
        {
            console.Say($"  {count} skipped: {reason}");
        }

        foreach (var (warning, count) in summary.Warnings)
        {
            console.Say($"  {count} warned of: {warning} ({Means(warning)})");
        }
    }

    private static string Means(string warning) => warning switch
    {
        "practice.absent" => "practices that were imported before and are not in this file; they are left as they are",
        "target.range" => "a target that is no quantity was left out",
        _ when warning.EndsWith(".cut", StringComparison.Ordinal) => "it was longer than can be kept and was cut",
        _ => "letters of it could not be kept",
    };

    private static Table Practices(ImportSummary summary)
    {
        var table = new Table().AddColumns("practice", "from", "created", "changed", "duplicate", "skipped");
        foreach (var practice in summary.Practices)
        {
            table.AddRow(
                Saying.Cell(Saying.Glance(practice.Title, 40)), Saying.Cell(practice.Source), $"{practice.Created}", $"{practice.Changed}", $"{practice.Duplicate}", $"{practice.Skipped}");
        }

        return table;
    }
}
