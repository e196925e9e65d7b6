using System.CommandLine;
using System.CommandLine.Help;
using Journal.Cli.Output;

namespace Journal.Cli.Running;

/// <summary>The command line as a whole: its verbs, the options they share, and what becomes of failures.</summary>
internal static class CommandLine
{
    public static Option<string> Person { get; } = new("--person", "-p")
    {
        Description = "Whose journal, by handle. Default: JOURNAL_PERSON, else me. A person who is not there yet is entered.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("JOURNAL_PERSON") is { Length: > 0 } handle ? handle : "me",
        Recursive = true,
    };

    public static Option<string?> Zone { get; } = new("--timezone", "--zone")
    {
        Description = "IANA zone in which times without an offset are meant, and in which a new person lives. Default: the person's, else this machine's.",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document on standard output; messages go to standard error.",
        Recursive = true,
    };

    public static async Task<int> RunAsync(string[] args, params IEnumerable<Command> verbs)
    {
        var root = new RootCommand("A personal performance journal: log, import, replay and report.") { Person, Zone, Json };
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            Printer.Fail(new(ExitCode.Usage, "usage", string.Join(' ', parsed.Errors.Select(error => error.Message))), parsed.GetValue(Json));
            return ExitCode.Usage;
        }

        // A server that is told to stop ends its projections and its PostgreSQL first, which takes a busy machine more than the two seconds that are the default.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
    }

    /// <summary>A verb that works on a journal.</summary>
    public static Command Verb(string name, string description, IEnumerable<Symbol> parts, Func<Session, ParseResult, CancellationToken, Task<int>> run)
    {
        var verb = new Command(name, description);
        foreach (var part in parts)
        {
            if (part is Argument argument)
            {
                verb.Arguments.Add(argument);
            }
            else
            {
                verb.Options.Add((Option)part);
            }
        }

        verb.SetAction((parsed, ct) => GuardAsync(parsed, run, ct));
        return verb;
    }

    /// <summary>A word that only gathers verbs.</summary>
    public static Command Group(string name, string description, params IEnumerable<Command> verbs)
    {
        var group = new Command(name, description);
        foreach (var verb in verbs)
        {
            group.Subcommands.Add(verb);
        }

        return group;
    }

    private static async Task<int> GuardAsync(ParseResult parsed, Func<Session, ParseResult, CancellationToken, Task<int>> run, CancellationToken ct)
    {
        try
        {
            await using var session = new Session(parsed.GetValue(Person)!, parsed.GetValue(Zone), new Printer(parsed.GetValue(Json)));
            return await run(session, parsed, ct);
        }
#pragma warning disable CA1031 // The outermost place: every failure becomes an exit code and a message with a stable code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(e);
            Printer.Fail(failure, parsed.GetValue(Json));
            return failure.ExitCode;
        }
    }
}
