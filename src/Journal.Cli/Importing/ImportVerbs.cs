using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Interchange;
using Spectre.Console;

namespace Journal.Cli.Importing;

/// <summary>journal import FILE</summary>
internal static class ImportVerbs
{
    private const string Name = "import";

    /// <param name="asked">The words of this call: formats are looked for only when it is about them.</param>
    public static Command Create(string[] asked)
    {
        var isAsked = asked.Contains(Name);
        var (file, dry, map) = (File(ArgumentArity.ZeroOrOne), DryRun(), Map());
        var format = new Option<string?>("--as") { Description = $"The format, where it is not to be told from the content: {(isAsked ? string.Join(", ", Imports.Formats.Select(one => one.Name)) : "")}." };
        var day = new Option<string?>("--day-starts-at") { Description = "When a day of a practice starts, such as 04:00: what was done before counts for the day before." };
        var verb = CommandLine.Verb(Name, "Bring in what was recorded elsewhere: what a file is, is told by its content.", [file, format, map, day, dry], (session, args, ct) =>
            RunAsync(session, args.GetValue(file), args.GetValue(format), args.GetValue(map) ?? [], args.GetValue(day), args.GetValue(dry), ct));
        if (isAsked)
        {
            verb.Subcommands.Add(Of("loop", "Import a Loop Habit Tracker database. Running it again carries over what has changed.", "loop"));
            verb.Subcommands.Add(Of("events", "Import a journal file. Running it again adds only what is missing.", Imports.Journal));
        }

        return verb;
    }

    private static Command Of(string word, string description, string format)
    {
        var (file, dry) = (File(ArgumentArity.ExactlyOne), DryRun());
        return CommandLine.Verb(word, description, [file, dry], (session, args, ct) => RunAsync(session, args.GetValue(file), format, [], null, args.GetValue(dry), ct));
    }

    private static async Task<int> RunAsync(Session session, string? path, string? format, string[] map, string? day, bool isDry, CancellationToken ct)
    {
        if (path is null)
            throw new VerbException(ExitCode.Usage, "usage", "journal import needs a file. journal help import shows how it is used.");
        var imports = await session.GetAsync<Imports>(ct);
        var job = new ImportJob(path, null, format, ImportJob.Meanings(map), isDry) { DayStartsAt = ImportJob.DayStart(day) };
        var author = await session.ReadingAuthorAsync(ct, Name, mayBeNew: true);

        // A file that cannot be read must not leave a person behind, and neither must a trial.
        if (!isDry && author.Person == Guid.Empty)
            await imports.RunAsync(author, job with { DryRun = true }, null, ct);
        author = isDry ? author : await session.AuthorAsync(Name, ct);
        var summary = await Printer.WatchAsync("Importing", watch => imports.RunAsync(author, job, (done, of) => watch(done, of), ct));
        session.Printer.Answer(summary, ImportingJson.Default.ImportSummary, console => Write(console, summary));
        return ExitCode.Done;
    }

    private static Argument<string> File(ArgumentArity arity) => new("file") { Description = "A file, an archive, or a folder of Markdown.", Arity = arity };

    private static Option<bool> DryRun() => new("--dry-run") { Description = "Say what would happen and store nothing." };

    private static Option<string[]> Map() => new("--map") { Description = "What a column of a table means, such as \"Mood=rating:1..10\"; what is not named is left out.", AllowMultipleArgumentsPerToken = true };

    private static void Write(IAnsiConsole console, ImportSummary summary)
    {
        console.Say($"This is {summary.TakenFor} ({summary.Format}).");
        if (summary.Map is { } map)
        {
            console.Say($"Its columns were taken {(summary.MapIsRemembered ? "as you said of such a table before" : "so")}; --map says otherwise:");
            console.Say("  --map " + string.Join(' ', map.Select(column => $"\"{column.Key}={column.Value}\"")));
        }

        if (summary.Practices.Count > 0)
        {
            console.Write(Practices(summary));
        }

        console.Say($"{summary.Rows} rows: {summary.Created} created, {summary.Changed} changed, {summary.Duplicate} duplicate, {summary.Skipped} skipped{(summary.TakenBack > 0 ? $"; {summary.TakenBack} days that the source has no more taken back" : "")}{(summary.DryRun ? " (dry run: nothing was stored)" : "")}.");
        if (summary.Records.Count > 0)
            console.Say($"  besides practices: {string.Join(", ", summary.Records.Select(one => $"{one.Value} {one.Key}"))}");
        foreach (var (reason, count) in summary.Reasons)
        {
            var places = summary.SkippedRows.Where(row => row.Reason == reason).Select(row => row.Place).Take(5).ToList();
            console.Say($"  {count} skipped: {reason}{(places.Count > 0 ? $" ({string.Join(", ", places)}{(count > places.Count ? ", ..." : "")})" : "")}");
        }

        foreach (var (warning, count) in summary.Warnings)
        {
            console.Say($"  {count} warned of: {warning} ({ImportWarnings.Meaning(warning)})");
        }
    }

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
