using System.Text;
using Spectre.Console;

namespace Journal.Cli.Output;

/// <summary>Where a line was typed and is answered: in this process, at a terminal for which a running server answers, or in a test.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private static readonly AsyncLocal<Terminal?> Others = new();

    /// <summary>Where the line that is being run was typed.</summary>
    public static Terminal Current => Others.Value ?? (own ??= Own());

    private static Terminal? own;

    public TextWriter Out => output;

    public TextWriter Error => error;

    /// <summary>Standard output is no screen, but a pipe or a file.</summary>
    public bool IsOutputPlain { get; init; } = true;

    public bool IsErrorPlain { get; init; } = true;

    /// <summary>Columns of the screen; null where this process finds out.</summary>
    public int? Width { get; init; }

    /// <summary>Variables of the environment there; null for those of this process.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    /// <summary>What the system there calls its time zone; null for that of this process.</summary>
    public string? Zone { get; init; }

    /// <summary>The journal that is open already; null where the line has to open it.</summary>
    public IServiceProvider? Journal { get; init; }

    /// <summary>The line itself, for the first thing that it records: run once more it is answered as before, and records nothing twice.</summary>
    public Guid? Line { get; init; }

    /// <summary>True when this process has the standard input, the folder and the editor that the line means.</summary>
    public bool IsOwn { get; private init; }

    private bool isLineTaken;

    /// <summary>That of this process.</summary>
    /// <param name="line">The line itself, when it may have been run before.</param>
    public static Terminal Own(Guid? line = null) => new(Console.Out, Console.Error)
    {
        IsOutputPlain = Console.IsOutputRedirected,
        IsErrorPlain = Console.IsErrorRedirected,
        Line = line,
        IsOwn = true,
    };

    /// <summary>Runs a line that was typed there.</summary>
    public static async Task<int> RunAsync(Terminal terminal, Func<Task<int>> line)
    {
        Others.Value = terminal;
        try
        {
            return await line();
        }
        finally
        {
            await terminal.Out.FlushAsync();
            await terminal.Error.FlushAsync();
        }
    }

    /// <summary>A variable of the environment there; null when it is empty or not set.</summary>
    public static string? Variable(string name) => Current.Variables is { } given ? given.GetValueOrDefault(name)
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set : null;

    /// <summary>The line that something is about to be recorded for; null when it has recorded something already.</summary>
    public static Guid? TakeLine()
    {
        var terminal = Current;
        var line = terminal.isLineTaken ? null : terminal.Line;
        terminal.isLineTaken = true;
        return line;
    }

    /// <summary>Says that what follows reads or writes what only the terminal's own process has.</summary>
    /// <exception cref="AtHomeException">This is another process.</exception>
    public static void StayHome()
    {
        if (Current.Journal is not null)
            throw new AtHomeException();
    }

    /// <summary>Standard output for what is written as bytes.</summary>
    public static Stream OpenOutput() => Current.IsOwn ? Console.OpenStandardOutput() : new Written(Current.Out);

    /// <summary>Standard output or error as a screen.</summary>
    public IAnsiConsole Screen(bool ofErrors = false)
    {
        var (writer, isPlain) = ofErrors ? (Error, IsErrorPlain) : (Out, IsOutputPlain);
        var isColoured = !isPlain && (IsOwn || Variables?.ContainsKey("NO_COLOR") != true);
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isPlain ? AnsiSupport.No : IsOwn ? AnsiSupport.Detect : AnsiSupport.Yes,
            ColorSystem = IsOwn ? ColorSystemSupport.Detect : isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        if (isPlain)
            screen.Profile.Width = Unbounded;
        else if (Width is { } columns)
            screen.Profile.Width = columns;
        return screen;
    }

    // Into a pipe or a file there is no width to fit.
    private const int Unbounded = 400;

    private sealed class Written(TextWriter to) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanWrite)
                to.Write(Encoding.UTF8.GetString(ToArray()));
            base.Dispose(disposing);
        }
    }
}

/// <summary>A line has to be run by the process it was typed into.</summary>
internal sealed class AtHomeException() : Exception("This line is run where it was typed.");
