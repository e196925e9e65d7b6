using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Journal.Cli.Output;

namespace Journal.Cli.Running;

/// <summary>The command line as a whole: its verbs, the options they share, and what becomes of failures.</summary>
internal static class CommandLine
{
    private const string Default = "me";

    // A text may begin with an at sign or be a single dash with letters: nothing of it is a file to read or a row of options.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static Option<string> Person { get; } = new("--person", "-p")
    {
        Description = "Whose journal, by handle. Default: JOURNAL_PERSON, else me. Recording or importing enters a person who is not there yet.",
        DefaultValueFactory = _ => Named() ?? Default,
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

    /// <summary>Runs a line.</summary>
    /// <param name="args">Its words.</param>
    /// <param name="verbs">All verbs. They are made anew for each line.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<int> RunAsync(string[] args, IEnumerable<Command> verbs, CancellationToken ct = default)
    {
        var root = new RootCommand("A personal performance journal: log, import, replay and report.") { Person, Zone, Json };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Aliases.Clear();
            help.Aliases.Add("-h");
        }

        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        var parsed = root.Parse(Spelled(args), Plain);
        if (Wrong(parsed, args) is { } wrong)
        {
            Printer.Fail(wrong.Code, wrong.Message, parsed.GetValue(Json));
            return wrong.ExitCode;
        }

        // A server that is told to stop ends its projections and its PostgreSQL first, which takes a busy machine more than the two seconds that are the default.
        var terminal = Terminal.Current;
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = terminal.IsOwn ? TimeSpan.FromMinutes(1) : null,
            Output = terminal.Out,
            Error = terminal.Error,
        }, ct);
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

    private static string? Named() => Terminal.Variable("JOURNAL_PERSON");

    // journal, journal help and journal help VERB are journal --help, journal --help and journal VERB --help.
    private static string[] Spelled(string[] args) => args switch
    {
        [] => ["--help"],
        ["help", .. var verb] => [.. verb, "--help"],
        _ => args,
    };

    private static Failure? Wrong(ParseResult parsed, string[] args)
    {
        try
        {
            Utf8Input.CheckArguments(args);
        }
        catch (VerbException encoding)
        {
            return Failure.Of(encoding);
        }

        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var typed = parsed.UnmatchedTokens is [var unmatched, ..] ? unmatched : "";
        var known = typed.StartsWith('-')
            ? command.Options.Concat(parsed.RootCommandResult.Command.Options).SelectMany(option => option.Aliases.Append(option.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal))
            : command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);
        var verb = string.Join(' ', Path(parsed.CommandResult).Prepend("journal"));
        return new(ExitCode.Usage, "usage", typed switch
        {
            "" when command.Subcommands.Count > 0 => $"{verb} needs a verb: {string.Join(", ", command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name))}.",
            "" => $"{parsed.Errors[0].Message} journal help{verb["journal".Length..]} shows how it is used.",
            ['-', ..] => $"{verb} has no option {typed}.{Nearest.Hint(typed, known)}",
            _ when command.Subcommands.Count > 0 => $"{verb} has no verb {typed}.{Nearest.Hint(typed, known)}",
            _ => $"{verb} does not take {typed}; a text of several words stands in quotes.",
        });
    }

    private static IEnumerable<string> Path(SymbolResult result) => result.Parent is CommandResult parent ? Path(parent).Append(((CommandResult)result).Command.Name) : [];

    private static async Task<int> GuardAsync(ParseResult parsed, Func<Session, ParseResult, CancellationToken, Task<int>> run, CancellationToken ct)
    {
        try
        {
            var isNamed = parsed.GetResult(Person) is { Implicit: false } || Named() is not null;
            await using var session = new Session(string.Join(' ', Path(parsed.CommandResult)), parsed.GetValue(Person)!, isNamed, parsed.GetValue(Zone), new Printer(parsed.GetValue(Json)));
            return await run(session, parsed, ct);
        }
#pragma warning disable CA1031 // The outermost place: every failure becomes an exit code and a message with a stable code.
        catch (Exception e) when (e is not AtHomeException)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(e).As(parsed.CommandResult.Command);
            Printer.Fail(failure.Code, failure.Message, parsed.GetValue(Json));
            return failure.ExitCode;
        }
    }
}
