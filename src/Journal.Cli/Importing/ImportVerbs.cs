using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Interchange;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Interchange.Loop;
using Spectre.Console;

namespace Journal.Cli.Importing;

/// <summary>journal import loop FILE</summary>
internal static class ImportVerbs
{
    public static Command Create() => CommandLine.Group("import", "Bring in what was recorded elsewhere.", Loop(), Events());

    private static Command Loop()
    {
        var file = new Argument<string>("file") { Description = "A database of the Loop Habit Tracker (its export, a .db file)." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would happen and store nothing." };
        return CommandLine.Verb("loop", "Import a Loop Habit Tracker database. Running it again adds only what is new.", [file, dry], async (session, args, ct) =>
        {
            var path = args.GetValue(file)!;

            // A file that cannot be read must not leave a person behind.
            LoopImport.Check(path);
            var author = await session.AuthorAsync("import", ct);
            var import = await session.GetAsync<LoopImport>(ct);
            var summary = await Printer.WatchAsync("Importing", watch => import.RunAsync(author, path, args.GetValue(dry), (done, of) => watch(done, of), ct));
            session.Printer.Answer(summary, AnswersJson.Default.ImportSummary, console => Write(console, summary));
            return ExitCode.Done;
        });
    }

    private static Command Events()
    {
        var file = new Argument<string>("file") { Description = "A journal file, as journal export writes it." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would happen and store nothing." };
        return CommandLine.Verb("events", "Import a journal file. Running it again adds only what is missing.", [file, dry], async (session, args, ct) =>
        {
            var path = args.GetValue(file)!;
            await NdjsonImport.ReadHeaderAsync(path, ct);
            var author = await session.AuthorAsync("import", ct);
            var import = await session.GetAsync<NdjsonImport>(ct);
            var summary = await Printer.WatchAsync("Importing", watch => import.RunAsync(author.Person, path, args.GetValue(dry), (done, of) => watch(done, of), ct));
            session.Printer.Answer(summary, AnswersJson.Default.ImportSummary, console => Write(console, summary));
            return ExitCode.Done;
        });
    }

    private static void Write(IAnsiConsole console, ImportSummary summary)
    {
        if (summary.Practices.Count > 0)
        {
            console.Write(Practices(summary));
        }

        console.WriteLine($"{summary.Rows} rows: {summary.Created} created, {summary.Changed} changed, {summary.Duplicate} duplicate, {summary.Skipped} skipped{(summary.DryRun ? " (dry run: nothing was stored)" : "")}.");
        foreach (var (reason, count) in summary.Reasons)
        {
            console.WriteLine($"  {count} skipped: {reason}");
        }
    }

    private static Table Practices(ImportSummary summary)
    {
        var table = new Table().AddColumns("practice", "from", "created", "changed", "duplicate", "skipped");
        foreach (var practice in summary.Practices)
        {
            table.AddRow(
                Markup.Escape(practice.Title), practice.Source, $"{practice.Created}", $"{practice.Changed}", $"{practice.Duplicate}", $"{practice.Skipped}");
        }

        return table;
    }
}
